import type { Root } from "mdast";
import type { Problem, RunbookPath } from "../artifact";
import { type GateResult, gate, maxBytes } from "../pipeline/gate";
import { parse } from "../pipeline/parse";
import { prescan } from "../pipeline/prescan";
import { report } from "../pipeline/problem";
import { type Addresses, relativeAddresses, withAddresses } from "./addresses/addresses";
import { decode } from "./decode";
import { compare, type Equivalence, type Source } from "./equivalence/equivalence";
import { faithful } from "./faithful";
import { type Matter, matterOf } from "./front-matter/matter-of";
import { type Given, isNobody, missingKeys, writeFrontMatter } from "./front-matter/new-front-matter";
import { type OldFrontMatter, readOldFrontMatter } from "./front-matter/old-front-matter";
import { type Damage, findMojibake } from "./mojibake";
import type { Notice } from "./notice";
import { sound } from "./sound";
import { changed } from "./structure/changes";
import { type Changes, type Proposal, type Range, type Structure, takeProposals } from "./structure/proposal";
import { proposeStructure } from "./structure/propose";
import type { Taken } from "./taken";
import { applyEdits, lineAt } from "./text/edit";
import { type Escape, escapesOf } from "./text/escapes";
import { fenced } from "./text/literal";
import { originBefore } from "./text/to-mdx";

export type ImportOptions = {
  /** `<service>/<file>` under which the result will stand. */
  path: RunbookPath;
  /** The file's name, for problems; an `.mdx` that is a runbook already stays as it is. */
  file?: string;
  lang?: string | null;
  owner?: string | null;
  /** What a person says the title and the criticality are. */
  title?: string | null;
  criticality?: string | null;
  /** Take the repair of damaged characters. */
  repair?: boolean;
  /** Where relative addresses lead once the text has moved. */
  addresses?: Addresses;
  /** What a person made of the proposals. */
  changes?: Changes;
};

export type Imported = {
  /** The source as it was read, with the repair if it was taken. */
  text: string;
  /** The plain runbook, with no structure but what its Markdown says; null when the text is refused. */
  mdx: string | null;
  /** Why it is refused, or what lint advises. */
  problems: Problem[];
  notices: Notice[];
  /** Structure that may be added, each by itself. */
  proposals: Proposal[];
  /** What was written another way, so that a page shows it as the text has it. */
  escapes: Escape[];
  /** Relative addresses of its links and images, as the text has them. */
  addresses: string[];
  /** What the front matter will say, as far as a person may say something else. */
  matter: Matter;
  /** Damaged characters that a repair would mend; empty once it was taken. */
  damage: Damage[];
  equivalence: Equivalence;
  /** The runbook with these proposals, and how it compares. Ids that do not exist are left out. */
  take: (ids: Iterable<string>) => Taken;
  /** How a text that somebody wrote on from there compares with the source. */
  compareWith: (mdx: string, ids: Iterable<string>) => Taken;
};

const nothing: Equivalence = { complete: false, missing: [], compared: 0 };

/**
 * Makes a runbook of a Markdown text, losing nothing: whatever MDX or the gate would not take is shown as text. The
 * plain result is complete by itself; structure is only proposed. Pure.
 */
export function importMarkdown(input: string | Uint8Array, options: ImportOptions): Imported {
  const file = options.file ?? `${options.path}.md`;
  const decoded = decode(input);
  const damage = findMojibake(decoded.text);
  const repaired = options.repair
    ? applyEdits(
        decoded.text,
        damage.map(({ edit }) => edit),
      )
    : decoded.text;
  const rule = options.repair ? "repaired" : "mojibake";
  const notices: Notice[] = [
    ...decoded.notices,
    ...damage.map(({ line, found, repaired: mended }): Notice => ({ rule, line, text: `${found} → ${mended}` })),
  ];
  const left = options.repair ? [] : damage;
  const refused = refusalOf(repaired, file);
  if (refused) return { ...unread, text: repaired, problems: refused, notices, damage: left };
  if (file.endsWith(".mdx")) {
    const already = gate({ file, path: options.path, format: "mdx", source: repaired });
    if (already.runbook) return asItIs(repaired, already, notices, left);
  }
  return { ...write(repaired, options, file, notices), text: repaired, damage: left };
}

const none = {
  proposals: [],
  escapes: [],
  addresses: [],
  matter: { title: "", lang: "", owner: "", criticality: null },
};
const unread: Omit<Imported, "text" | "problems" | "notices" | "damage"> = {
  ...none,
  mdx: null,
  equivalence: nothing,
  take: () => ({ mdx: "", problems: [], equivalence: nothing }),
  compareWith: (mdx) => ({ mdx, problems: [], equivalence: nothing }),
};

/** A runbook already: nothing to do. */
function asItIs(mdx: string, { problems, runbook }: GateResult, notices: Notice[], damage: Damage[]): Imported {
  const { title = "", lang = "", owner = "", criticality = null } = runbook?.frontMatter ?? {};
  const same = { mdx, problems, equivalence: { complete: true, missing: [], compared: 0 } };
  const compareWith = (written: string) => (written === mdx ? same : { mdx: written, problems, equivalence: nothing });
  return {
    ...none,
    ...same,
    text: mdx,
    matter: { title, lang, owner, criticality },
    notices,
    damage,
    take: () => same,
    compareWith,
  };
}

/** What no parser should see. */
function refusalOf(text: string, file: string): Problem[] | null {
  const found = report(file);
  const bytes = text.length > maxBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > maxBytes)
    found.add("file-too-large", null, { size: String(Math.ceil(bytes / 1024)), limit: String(maxBytes / 1024) });
  else prescan(text, "md", found);
  return found.problems.length > 0 ? found.problems : null;
}

function write(
  text: string,
  options: ImportOptions,
  file: string,
  notices: Notice[],
): Omit<Imported, "text" | "damage"> {
  const service = options.path.split("/")[0] ?? "";
  const { title, lang, owner, criticality } = options;
  const given: Given = Object.fromEntries(
    Object.entries({ title, lang, owner, criticality }).filter(([, value]) => value?.trim()),
  );
  const read = readOldFrontMatter(text, service, new Set(Object.keys(given)));
  const moved = withAddresses(read.body, options.addresses ?? {});
  const old = { ...read, body: moved.text };
  const tree = markdownOf(old.body, file);
  const missing = missingKeys(old, tree, { path: options.path, service, given });
  const source: Source = { body: old.body, line: old.line, shown: old.shown };
  const shown = old.shown ? `${fenced(old.shown.lang, old.shown.text)}\n${old.body.startsWith("\n") ? "" : "\n"}` : "";
  const headOf = (extras: Parameters<typeof writeFrontMatter>[2]) =>
    (old.complete ? `---\n${old.kept}\n---\n` : writeFrontMatter(old, missing, extras)) +
    (shown ? `\n${shown}` : /^\n|^$/.test(old.body) ? "" : "\n");
  const known = new Map<string, Taken>();
  const check = (mdx: string, against: Source = source): Taken => {
    const key = against.structural ? null : `${against.body}\0${mdx}`;
    const before = key === null ? undefined : known.get(key);
    if (before) return before;
    const { runbook, problems } = gate({ file, path: options.path, format: "mdx", source: mdx });
    const taken = { mdx, problems, equivalence: runbook ? compare(against, runbook) : nothing };
    if (key !== null) known.set(key, taken);
    return taken;
  };
  const head = headOf([]);
  const draft = faithful({ body: old.body, head, check, source });
  // Blocks that are shown as their source are compared as such.
  const compared = { ...source, body: applyEdits(old.body, draft.edits) };
  const plain = check(head + draft.written.mdx, compared);
  const bodyNotices = [...moved.notices, ...draft.written.notices].map((one) => ({
    ...one,
    line: one.line + old.line - 1,
  }));
  const toldOf = (more: Notice[] = []) => [...notices, ...more, ...old.notices, ...bodyNotices];
  if (plain.problems.some((one) => one.severity === "error"))
    return { ...unread, problems: plain.problems, notices: toldOf() };
  const lineOf = (offset: number) =>
    lineAt(old.body, originBefore([draft.edits, ...draft.written.passes], offset)) + old.line - 1;
  const comparedLine = (offset: number) =>
    lineAt(compared.body, originBefore(draft.written.passes, offset)) + old.line - 1;
  const found = proposeStructure(draft.written.mdx, {
    keys: new Set([...old.keys, ...Object.keys(given)]),
    title: missing.title ?? "",
    lang: missing.lang ?? "es",
    lineOf,
  });
  const isWanted = missing.owner && isNobody(missing.owner) && !found.extras.some((one) => one.key === "owner");
  const wanted: Notice[] = isWanted ? [{ rule: "owner-wanted", line: 1, text: missing.owner ?? "" }] : [];
  const takeFrom = (structure: Structure, ids: Iterable<string>, written?: string): Taken => {
    const taken = takeProposals(draft.written.mdx, structure, new Set(ids));
    const linesOf = (ranges: Range[]) =>
      new Set(ranges.flatMap(({ start, end }) => linesFrom(comparedLine(start), comparedLine(end))));
    const against = { ...compared, structural: linesOf(taken.dropped), moved: linesOf(taken.cut) };
    return check(written ?? headOf(taken.extras) + taken.body, against);
  };
  const structure = changed(found, options.changes ?? {});
  return {
    mdx: plain.mdx,
    problems: plain.problems,
    notices: toldOf(wanted),
    proposals: sound(found, (ids) => takeFrom(found, ids)),
    equivalence: plain.equivalence,
    escapes: escapesIn(old, draft),
    addresses: relativeAddresses(moved.notices.length > 0 ? markdownOf(read.body, file) : tree),
    matter: matterOf(plain.mdx, options.path),
    take: (ids) => takeFrom(structure, ids),
    compareWith: (written, ids) => takeFrom(structure, ids, written),
  };
}

/** What a page shows because signs of it were written another way; in lines of the text. */
function escapesIn(old: OldFrontMatter, { written, edits }: ReturnType<typeof faithful>): Escape[] {
  const [visible = [], signs = []] = written.passes;
  const lineOf = (offset: number) => lineAt(old.body, originBefore([edits, visible], offset)) + old.line - 1;
  return escapesOf(applyEdits(applyEdits(old.body, edits), visible), signs, lineOf);
}

const markdownOf = (body: string, file: string): Root =>
  parse(body, "md", report(file)) ?? { type: "root", children: [] };

const linesFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
