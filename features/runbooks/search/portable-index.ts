import type { Severity } from "@/lib/severity";
import type { SearchSection } from "../artifact";
import type { RunbookFacts } from "../finding/answer";
import type { IndexedSection } from "./search-index";

/** What is said of a runbook, and filtered by; what is overdue depends on the day, so only the day it is due on travels. */
export type PortableFacts = Pick<RunbookFacts, "lang" | "owner" | "criticality" | "reviewed" | "dueOn"> & {
  severities: readonly Severity[];
  summary: string;
};

/** What is searched, as it travels to a browser that may lose its network: sections, from which the index is built there. */
export type PortableIndex = {
  runbooks: { path: string; service: string; title: string; sections: SearchSection[]; facts?: PortableFacts }[];
  /** Of the content's own glossary, a meaning each; what every portal knows is in the script. */
  meanings?: string[];
};

/** Characters of text that travel at most; a library with more loses the ends of its longest texts. */
const most = 12_000_000;
const texts = ["symptoms", "causes", "prose", "commands", "alerts"] as const;

/** Packs sections by runbook. */
export function pack(entries: IndexedSection[], limit = most): PortableIndex {
  const longest = longestText(
    entries.flatMap(({ section }) => texts.map((name) => section[name].length)),
    limit,
  );
  const runbooks = new Map<string, PortableIndex["runbooks"][number]>();
  for (const { path, service, title, section } of entries) {
    const runbook = runbooks.get(path) ?? { path, service, title, sections: [] };
    if (runbook.sections.length === 0) runbooks.set(path, runbook);
    const cut = Object.fromEntries(texts.map((name) => [name, section[name].slice(0, longest)]));
    runbook.sections.push({ ...section, ...cut });
  }
  return { runbooks: [...runbooks.values()] };
}

/** The entries again, in the same order. */
export const unpack = ({ runbooks }: PortableIndex): IndexedSection[] =>
  runbooks.flatMap(({ sections, path, service, title }) =>
    sections.map((section) => ({ path, service, title, section })),
  );

/** The length to which texts are cut so that all together stay within `limit`. */
function longestText(lengths: number[], limit: number): number {
  const total = (cut: number) => lengths.reduce((sum, length) => sum + Math.min(length, cut), 0);
  let cut = lengths.reduce((longest, length) => Math.max(longest, length), 0); // too many for arguments of one call
  while (cut > 100 && total(cut) > limit) cut = Math.floor(cut * 0.8);
  return cut;
}
