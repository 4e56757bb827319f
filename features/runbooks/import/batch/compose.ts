import { isNewRunbookPath } from "../../git/content-file";
import { type Companion, movedAddresses } from "../addresses/moves";
import type { ImportText } from "../analysis/schema";
import { kebabName } from "../sources/source-file";
import { type Choice, type ImportItem, pathOf, takenIds } from "./batch";
import type { Intake } from "./intake";

/** What everybody wants at first: all proposals, nothing of their own. */
export const firstChoice = (service: string, file: string, include: boolean): Choice => ({
  include,
  service,
  file,
  ...{ title: null, lang: null, owner: null, criticality: null, written: null, update: null },
  ...{ repair: false, refused: [], changes: {} },
});

/**
 * Adds files to an import: each text with a path of its own, and those whose content is there already left out at first.
 * @param digests of the contents, by place
 * @param existing paths of the portal's runbooks
 */
export function withFiles(
  items: readonly ImportItem[],
  intake: Intake[],
  digests: ReadonlyMap<string, string>,
  existing: ReadonlySet<string>,
  newId: () => string,
): { items: ImportItem[]; digests: Map<string, string> } {
  const known = new Map<string, string>();
  for (const item of items) {
    const digest = digests.get(item.place);
    if (digest && item.kind === "text" && !known.has(digest)) known.set(digest, item.place);
  }
  const taken = new Set([...existing, ...items.map(pathOf)]);
  const places = new Set(items.map(({ place }) => place));
  const added = intake
    .filter(({ place }) => !places.has(place))
    .map((file): ImportItem => {
      const digest = file.kind === "text" ? digests.get(file.place) : undefined;
      const duplicateOf = (digest && known.get(digest)) ?? null;
      if (digest && !duplicateOf) known.set(digest, file.place);
      const service = serviceOf(file.place);
      const wanted = kebabName((file.place.split("/").at(-1) ?? "").replace(/\.[^.]+$/, ""), "runbook");
      const name = file.kind === "text" && !file.refusal ? freeName(service, wanted, taken) : wanted;
      if (file.kind === "text") taken.add(`${service}/${name}`);
      const choice = firstChoice(service, name, file.kind === "text" && !file.refusal && !duplicateOf);
      return {
        ...file,
        ...{ id: newId(), choice, duplicateOf },
        ...{ analysis: null, analysedAs: null, failed: null, done: null },
      };
    });
  return { items: [...items, ...added], digests: new Map(digests) };
}

/** The service that a file goes to at first: the folder that it lay in. */
export const serviceOf = (place: string): string => kebabName(place.split("/").at(-2) ?? "", "importados");

/** A name that nobody has: `cola`, else `cola-2`. */
export function freeName(service: string, name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const one = number === 1 ? name : `${name.slice(0, 75)}-${number}`;
    if (!taken.has(`${service}/${one}`)) return one;
  }
}

/** What keeps a text from its path: it cannot be one, or somebody has it. */
export function pathFault(
  item: ImportItem,
  items: readonly ImportItem[],
  existing: ReadonlySet<string>,
): "invalid" | "taken" | "twice" | null {
  const path = pathOf(item);
  if (!isNewRunbookPath(path)) return "invalid";
  if (existing.has(path) && !item.choice.update) return "taken";
  const others = items.filter((one) => one.id !== item.id && one.kind === "text" && one.choice.include && !one.refusal);
  return others.some((one) => pathOf(one) === path) ? "twice" : null;
}

/** Where the addresses of a text lead, and which files go with it. */
export function addressesOf(item: ImportItem, items: readonly ImportItem[]) {
  const texts = new Map(
    items
      .filter((one) => one.kind === "text" && one.choice.include && !one.refusal)
      .map((one) => [one.place, pathOf(one)]),
  );
  const files = new Set(items.filter((one) => one.kind === "file" && !one.refusal).map(({ place }) => place));
  return movedAddresses(item.analysis?.addresses ?? [], item.place, item.choice.service, { texts, files });
}

/** What the server is asked about a text, without its bytes. */
export function questionOf(item: ImportItem, items: readonly ImportItem[]): Omit<ImportText, "base64" | "text"> {
  const { choice, analysis, place } = item;
  const { title, lang, owner, criticality, repair, refused, changes, written } = choice;
  return {
    ...{ path: pathOf(item), name: place, title, lang, owner, criticality, repair, changes, written },
    addresses: addressesOf(item, items).addresses,
    accepted: refused.length > 0 && analysis ? takenIds(analysis.proposals, refused) : null,
  };
}

/** The files that go along with these texts, each once. */
export function companionsOf(chosen: readonly ImportItem[], items: readonly ImportItem[]): Companion[] {
  const found = new Map<string, Companion>();
  for (const item of chosen)
    for (const one of addressesOf(item, items).companions) found.set(`${one.from}\n${one.to}`, one);
  return [...found.values()];
}
