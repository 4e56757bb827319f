import type { Analysis } from "../analysis/schema";
import type { Changes } from "../structure/proposal";
import type { Intake } from "./intake";

/** What a person decided about one text of an import. */
export type Choice = {
  /** Whether it is published, or kept as a draft, with the others. */
  include: boolean;
  service: string;
  file: string;
  title: string | null;
  lang: string | null;
  owner: string | null;
  criticality: "critical" | "high" | "medium" | "low" | null;
  repair: boolean;
  /** Ids of the proposals that are not taken. */
  refused: string[];
  changes: Changes;
  /** The runbook as somebody wrote it on from the proposal. */
  written: string | null;
  /** The runbook in whose place it goes, and the text there that the person has seen. */
  update: { blob: string } | null;
};

/** One file of an import, as this browser keeps it. */
export type ImportItem = Intake & {
  id: string;
  choice: Choice;
  analysis: Analysis | null;
  /** What the analysis answered; another one is asked for when this is no longer what would be asked. */
  analysedAs: string | null;
  /** Why it could not be analysed: a code of the catalogue. */
  failed: string | null;
  /** Another file of the same content. */
  duplicateOf: string | null;
  /** What became of it. */
  done: "published" | "draft" | null;
};

export type ItemState =
  | "refused"
  | "reading"
  | "failed"
  | "duplicate"
  | "missing"
  | "look"
  | "ready"
  | "beside"
  | "done";

/** What is to be said of a file of an import. */
export function stateOf(item: ImportItem): ItemState {
  if (item.done) return "done";
  if (item.refusal) return "refused";
  if (item.kind === "file") return "beside";
  if (item.duplicateOf && !item.choice.include) return "duplicate";
  if (item.failed) return "failed";
  if (!item.analysis) return "reading";
  if (item.analysis.state === "refused") return "refused";
  if (!item.analysis.equivalence.complete || item.analysis.problems.some((one) => one.severity === "error"))
    return "missing";
  return item.analysis.state;
}

/** Whether it can go with the others as it is. */
export const canGo = (item: ImportItem): boolean => /^(look|ready)$/.test(stateOf(item));

/** Whether an import has come to its end: something of it is done, and nothing that somebody wanted is left. */
export const isOver = (items: readonly ImportItem[]): boolean =>
  items.some(({ done }) => done !== null) &&
  items.every((item) => item.kind === "file" || !item.choice.include || /^(done|refused)$/.test(stateOf(item)));

export const pathOf = ({ choice }: Pick<ImportItem, "choice">): `${string}/${string}` =>
  `${choice.service}/${choice.file}`;

/** The proposals that are taken: those that nobody refused, and whose own needs are. */
export function takenIds(proposals: Analysis["proposals"], refused: readonly string[]): string[] {
  const byId = new Map(proposals.map((one) => [one.id, one]));
  const no = new Set(refused);
  const holds = (id: string | null): boolean => {
    if (id === null) return true;
    const one = byId.get(id);
    return one !== undefined && !no.has(id) && holds(one.needs);
  };
  return proposals.filter(({ id }) => holds(id)).map(({ id }) => id);
}
