import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildOutline } from "@/features/runbooks/pipeline/build-outline";
import { gate } from "@/features/runbooks/pipeline/gate";
import { fold } from "@/features/runbooks/search/fold";
import { buildIndex, type IndexedSection, type SearchIndex } from "@/features/runbooks/search/search-index";
import { searchText } from "@/features/runbooks/search/search-text";
import { twins } from "./crowd/twins";

/** What somebody looks for, and where the answer is: a runbook, and words of its heading or its id. */
export type Query = { kind: string; text: string; path: string; section: string };
/** Of the queries of one kind: how many find the right runbook first and among five, and the right section of it first. */
export type Measure = { queries: number; first: number; inFive: number; section: number; reciprocal: number };
export type Miss = { query: Query; rank: number; found: string };

const folder = path.join(import.meta.dirname);

/** The runbooks of the portal and those written for the evaluation. */
export function evaluationSections(): IndexedSection[] {
  return [...sectionsIn("content/runbooks"), ...sectionsIn(path.join(folder, "runbooks"))];
}

/** Runbooks as others write them, plain and with generic headings: none was looked at while the search was tuned to the others. */
export const heldOutSections = (): IndexedSection[] => sectionsWritten("held-out/runbooks.txt");

/** Indexes that name everything, a page of everything, a post-mortem, and services whose runbooks differ in a name. */
export const crowdSections = (): IndexedSection[] => [
  ...sectionsWritten("crowd/runbooks.txt"),
  ...twins().flatMap(({ file, source }) => sectionsOf(file, source)),
];

function sectionsWritten(file: string): IndexedSection[] {
  const blocks = readFileSync(path.join(folder, file), "utf8").split(/^=== /m).slice(1);
  return blocks.flatMap((block) => {
    const end = block.indexOf("\n");
    return sectionsOf(`${block.slice(0, end)}.md`, block.slice(end + 1));
  });
}

const sectionsIn = (root: string): IndexedSection[] =>
  (readdirSync(root, { recursive: true }) as string[])
    .sort()
    .flatMap((file) => (/\.mdx?$/.test(file) ? sectionsOf(file, readFileSync(path.join(root, file), "utf8")) : []));

function sectionsOf(file: string, source: string): IndexedSection[] {
  const [name = file, format] = file.split(/\.(?=mdx?$)/);
  const { runbook, problems } = gate({ file, path: name, format: format === "md" ? "md" : "mdx", source });
  if (!runbook) throw new Error(`${file}: ${problems[0]?.message}`);
  const { sections, frontMatter } = buildOutline(runbook, problems);
  return sections.map((section) => ({ path: name, service: frontMatter.service, title: frontMatter.title, section }));
}

/** What is looked for: a line each, and pasted logs in a file of their own. */
export function evaluationQueries(): Query[] {
  const logs = readFileSync(path.join(folder, "logs.txt"), "utf8").split("=== ").slice(1);
  return [
    ...typedIn("queries.txt"),
    ...logs.map((block) => {
      const [head = "", ...rest] = block.split("\n");
      const [where = "", section = ""] = head.split(" | ");
      return { kind: "log", text: rest.join("\n").trimEnd(), path: where, section };
    }),
  ];
}

export const heldOutQueries = (): Query[] => typedIn("held-out/queries.txt");
export const crowdQueries = (): Query[] => typedIn("crowd/queries.txt");

function typedIn(file: string): Query[] {
  const lines = readFileSync(path.join(folder, file), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(/ \| ?/))
    .map((parts) => ({
      kind: parts[0] ?? "",
      text: parts.slice(1, -2).join(" | "),
      path: parts.at(-2) ?? "",
      section: parts.at(-1) ?? "",
    }));
}

/** Asks everything once. @returns measures by kind and of all, and what was not found first */
export function evaluate(index: SearchIndex, queries: Query[]): { measures: Map<string, Measure>; misses: Miss[] } {
  const measures = new Map<string, Measure>();
  const misses: Miss[] = [];
  for (const query of queries) {
    const results = searchText(index, query.text, 20);
    const rank = [...new Set(results.map((result) => result.path))].indexOf(query.path) + 1;
    const best = results.find((result) => result.path === query.path);
    const isSection = best?.anchor === query.section || fold(best?.heading ?? "").includes(fold(query.section));
    for (const kind of [query.kind, "all"]) {
      const sum = measures.get(kind) ?? { queries: 0, first: 0, inFive: 0, section: 0, reciprocal: 0 };
      measures.set(kind, sum);
      sum.queries += 1;
      sum.first += Number(rank === 1);
      sum.inFive += Number(rank >= 1 && rank <= 5);
      sum.section += Number(rank === 1 && isSection);
      sum.reciprocal += rank > 0 ? 1 / rank : 0;
    }
    if (rank !== 1)
      misses.push({ query, rank, found: results[0] ? `${results[0].path} # ${results[0].heading}` : "-" });
  }
  return { measures, misses };
}

/** Measures as parts of one. */
export const shares = ({ queries, first, inFive, section, reciprocal }: Measure) => ({
  first: first / queries,
  inFive: inFive / queries,
  section: section / queries,
  reciprocal: reciprocal / queries,
});

export const evaluationIndex = () => buildIndex(evaluationSections());

/** Everything in one index: the held-out runbooks have the others to compete with. */
export const heldOutIndex = () => buildIndex([...evaluationSections(), ...heldOutSections()]);

/** The same, and what crowds around it. */
export const crowdIndex = () => buildIndex([...evaluationSections(), ...heldOutSections(), ...crowdSections()]);
