import { mkdtemp, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readIndexFile, writeIndexFile } from "@/features/runbooks/search/file/adapter";
import { decodeIndex, encodeIndex, snapshot } from "@/features/runbooks/search/index-file";
import { emptyIndex, replaceRunbook, type SearchIndex } from "@/features/runbooks/search/search-index";
import { searchText } from "@/features/runbooks/search/search-text";
import { type Asked, askOverHttp, atOnce } from "./search-load";
import { commonWords, distinctQueries } from "./search-queries";
import { type GeneratedSections, generatedSections } from "./search-sections";

const madeBy = "bench";
const results = 20;
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

/** Builds, saves, loads, changes and asks an index of generated runbooks. */
export async function measureLibrary(count: number): Promise<void> {
  console.log(`\n${count} generated runbooks, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}`);
  const dir = await mkdtemp(path.join(os.tmpdir(), "bitacora-bench-search-"));
  try {
    const { index, changed } = await buildAndLoad(path.join(dir, "index"), generatedSections(count));
    await ask(index);
    update(index, changed);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function buildAndLoad(file: string, library: GeneratedSections[]) {
  const changed = library.slice(0, 50);
  const built = emptyIndex();
  const building = spent(() => {
    for (const runbook of library) put(built, runbook);
  });
  const sections = built.alive;
  library.length = 0;
  const saving = performance.now();
  await writeIndexFile(file, encodeIndex(snapshot(built), madeBy));
  const saved = performance.now() - saving;
  const loading = process.cpuUsage();
  const read = await readIndexFile(file);
  const index = read.kind === "whole" ? decodeIndex(read.bytes, madeBy) : null;
  if (!index || read.kind !== "whole") throw new Error("what was saved cannot be read");
  const { user, system } = process.cpuUsage(loading);
  console.table({
    sections,
    "terms, postings": `${index.words.sorted.length}, ${index.postings.base.used}`,
    "built in (CPU)": ms(building),
    "loaded in (CPU)": ms((user + system) / 1_000),
    "saved in": ms(saved),
    "file, and memory outside of the heap": mb((await stat(file)).size),
  });
  return { index, changed };
}

const put = (index: SearchIndex, { sections, ...runbook }: GeneratedSections) =>
  replaceRunbook(index, { ...runbook, version: "" }, sections);

/** The same bytes from memory are what any server of this machine can do at best. */
async function ask(index: SearchIndex): Promise<void> {
  const answer = (query: string) => Buffer.from(JSON.stringify({ results: searchText(index, query, results) }));
  const distinct = distinctQueries(1_500).map(({ text }) => text);
  const common = Array.from({ length: 600 }, (_, at) => commonWords[at % commonWords.length] as string);
  for (const query of distinct.slice(0, 200)) answer(query.toUpperCase()); // compiled by now
  const same = new Map(distinct.map((query) => [query, answer(query)]));
  const bare = await askOverHttp(distinct, (query) => same.get(query) ?? Buffer.from("{}"));
  const rows = {
    "bare node:http, the same bytes": bare,
    "each query once": await askOverHttp(distinct, answer),
    "common single words": await askOverHttp(common, answer),
  };
  console.log(`${atOnce} at a time over HTTP, ${results} results, no results kept between queries`);
  console.table(Object.fromEntries(Object.entries(rows).map(([name, asked]) => [name, shown(asked, bare)])));
}

type Measured = Asked & { cpu: number };

const shown = ({ requests, rate, p50, p95, p99, cpu }: Measured, bare: Measured) => ({
  requests,
  "per second": Math.round(rate),
  p50: ms(p50),
  p95: ms(p95),
  p99: ms(p99),
  "p99 / bare": (p99 / bare.p99).toFixed(1),
  "CPU each": ms(cpu),
});

function update(index: SearchIndex, changed: GeneratedSections[]): void {
  const times = changed.map((runbook) => spent(() => put(index, runbook))).sort((a, b) => a - b);
  const [median = 0, slowest = 0] = [times[times.length >> 1], times.at(-1)];
  console.table({ "one runbook replaced (CPU)": { median: ms(median), slowest: ms(slowest) } });
}

/** Milliseconds of processor time. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
