import { type ImportItem, pathOf, stateOf, takenIds } from "./batch";

export type ReportLine = { line: number; text: string };
export type ReportedFile = {
  source: string;
  /** `service/file`; null for what became nothing. */
  path: string | null;
  outcome: "published" | "draft" | "left" | "refused";
  /** Words and signs of the source that were compared with the page, and found there. */
  compared: number;
  missing: ReportLine[];
  proposals: { taken: number; made: number };
  notices: (ReportLine & { rule: string })[];
  /** Why it was refused: a code. */
  why: string | null;
};
export type ImportReport = {
  importId: string;
  /** ISO 8601, UTC. */
  at: string;
  commit: string | null;
  message: string | null;
  runbooks: ReportedFile[];
  /** Files that were taken along, below the folder of the runbooks. */
  files: string[];
};

type Of = Pick<ImportReport, "importId" | "at" | "commit" | "message" | "files">;

/** What became of each file of an import. */
export function reportOf(items: readonly ImportItem[], of: Of): ImportReport {
  const runbooks = items.filter((item) => item.kind === "text" || item.refusal).map(reported);
  return { ...of, runbooks };
}

function reported(item: ImportItem): ReportedFile {
  const { analysis, choice, done, refusal, place } = item;
  const refused = refusal ?? (analysis?.state === "refused" ? (analysis.problems[0]?.rule ?? "refused") : null);
  return {
    source: place,
    path: done ? pathOf(item) : null,
    outcome: done ?? (refused || stateOf(item) === "missing" ? "refused" : "left"),
    compared: analysis?.equivalence.compared ?? 0,
    missing: analysis?.equivalence.missing ?? [],
    proposals: {
      taken: analysis ? takenIds(analysis.proposals, choice.refused).length : 0,
      made: analysis?.proposals.length ?? 0,
    },
    notices: analysis?.notices.map(({ line, rule, text }) => ({ line, rule, text })) ?? [],
    why: refused,
  };
}

/** The words of a report in the reader's language. */
export type ReportWords = {
  title: string;
  outcome: (outcome: ReportedFile["outcome"]) => string;
  compared: (count: number) => string;
  proposals: (taken: number, made: number) => string;
  line: (line: number, text: string) => string;
  notice: (rule: string, text: string) => string;
  missing: string;
  commit: string;
  files: string;
};

/** A report as Markdown. */
export function reportMarkdown(report: ImportReport, words: ReportWords): string {
  const escaped = (text: string) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|]/g, "\\$&");
  const file = (one: ReportedFile) => [
    `## ${escaped(one.source)}`,
    "",
    `- ${words.outcome(one.outcome)}${one.path ? `: \`${one.path}\`` : ""}${one.why ? ` (\`${one.why}\`)` : ""}`,
    ...(one.compared > 0 ? [`- ${words.compared(one.compared)}`] : []),
    ...(one.proposals.made > 0 ? [`- ${words.proposals(one.proposals.taken, one.proposals.made)}`] : []),
    ...one.missing.map(({ line, text }) => `- ${words.missing}: ${words.line(line, escaped(text))}`),
    ...one.notices.map(({ line, rule, text }) => `- ${words.line(line, escaped(words.notice(rule, text)))}`),
    "",
  ];
  return [
    `# ${words.title}`,
    "",
    report.at,
    "",
    ...(report.commit ? [`${words.commit}: \`${report.commit}\``, ""] : []),
    ...report.runbooks.flatMap(file),
    ...(report.files.length > 0 ? [`## ${words.files}`, "", ...report.files.map((name) => `- \`${name}\``), ""] : []),
  ].join("\n");
}
