import { isForPeople } from "../bulk/plan";
import { matterOf } from "../front-matter/matter-of";
import { type Imported, importMarkdown } from "../import-markdown";
import type { Taken } from "../taken";
import type { Analysis, ImportText } from "./schema";

export type Analysed = Analysis & { taken: Taken };

/** More of each say nothing new, and an answer has to stay small. */
const most = 200;

/** Makes a runbook of a text as a person decided, and says what becomes of it. Pure; takes up to a second. */
export function analyse(input: ImportText, bytes: Uint8Array | null): Analysed {
  const { path, name, text, repair, title, lang, owner, criticality, addresses, changes } = input;
  const source = bytes ?? text ?? "";
  const imported = importMarkdown(source, {
    ...{ path: path as `${string}/${string}`, file: name, repair, addresses, changes },
    ...{ title, lang, owner, criticality },
  });
  const taken = takenOf(imported, input);
  const { damage, escapes, proposals } = imported;
  const said = matterOf(taken.mdx, path as `${string}/${string}`);
  const problems = imported.mdx === null ? imported.problems : taken.problems;
  const refused = imported.mdx === null || problems.some((one) => one.severity === "error");
  const looks = refused || !taken.equivalence.complete || imported.notices.some(isForPeople);
  return {
    state: imported.mdx === null ? "refused" : looks ? "look" : "ready",
    text: imported.text,
    mdx: imported.mdx === null ? null : taken.mdx,
    problems: problems.slice(0, most),
    notices: imported.notices.slice(0, most).map((one) => ({ ...one, person: isForPeople(one) })),
    escapes,
    damage: damage.slice(0, most).map(({ line, found, repaired }) => ({ line, found, repaired })),
    proposals,
    equivalence: { ...taken.equivalence, missing: taken.equivalence.missing.slice(0, most) },
    addresses: imported.addresses.slice(0, 2_000),
    matter: said.title ? said : imported.matter,
    taken,
  };
}

function takenOf(imported: Imported, { accepted, written }: ImportText): Taken {
  const ids = accepted ?? imported.proposals.map((one) => one.id);
  if (imported.mdx === null) return { mdx: "", problems: imported.problems, equivalence: imported.equivalence };
  return written === null ? imported.take(ids) : imported.compareWith(written, ids);
}
