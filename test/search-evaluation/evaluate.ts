import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildOutline } from "@/features/runbooks/pipeline/build-outline";
import { gate } from "@/features/runbooks/pipeline/gate";
import { fold } from "@/features/runbooks/search/fold";
import { search } from "@/features/runbooks/search/search";
import { buildIndex, type IndexedSection, type SearchIndex } from "@/features/runbooks/search/search-index";

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

function sectionsIn(root: string): IndexedSection[] {
  return (readdirSync(root, { recursive: true }) as string[]).sort().flatMap((file) => {
    const [, name, format] = /^(.+)\.(mdx?)$/.exec(file) ?? [];
    if (!name) return [];
    const source = readFileSync(path.join(root, file), "utf8");
    const { runbook, problems } = gate({ file, path: name, format: format === "md" ? "md" : "mdx", source });
    if (!runbook) throw new Error(`${file}: ${problems[0]?.message}`);
    const { sections, frontMatter } = buildOutline(runbook, problems);
    return sections.map((section) => ({
      path: name,
      service: frontMatter.service,
      title: frontMatter.title,
      section,
    }));
  });
}

/** What is looked for: a line each, and pasted logs in a file of their own. */
export function evaluationQueries(): Query[] {
  const lines = readFileSync(path.join(folder, "queries.txt"), "utf8").split("\n");
  const typed = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(" | "));
  const logs = readFileSync(path.join(folder, "logs.txt"), "utf8").split("=== ").slice(1);
  return [
    ...typed.map((parts) => ({
      kind: parts[0] ?? "",
      text: parts.slice(1, -2).join(" | "),
      path: parts.at(-2) ?? "",
      section: parts.at(-1) ?? "",
    })),
    ...logs.map((block) => {
      const [head = "", ...rest] = block.split("\n");
      const [where = "", section = ""] = head.split(" | ");
      return { kind: "log", text: rest.join("\n").trimEnd(), path: where, section };
    }),
  ];
}

/** Asks everything once. @returns measures by kind and of all, and what was not found first */
export function evaluate(index: SearchIndex, queries: Query[]): { measures: Map<string, Measure>; misses: Miss[] } {
  const measures = new Map<string, Measure>();
  const misses: Miss[] = [];
  for (const query of queries) {
    const results = search(index, query.text, 20);
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
