import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "../../test/portal-process";
import { generateLibrary } from "../library/generate";
import { type BenchPart, milliseconds, percentile, ratio } from "./world";

/** `BENCH_RUNBOOKS` makes it shorter. */
const count = Number(process.env.BENCH_RUNBOOKS ?? 10_000);
const times = 30;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const megabytes = (kilobytes: number) => `${Math.round(kilobytes / 1_024)} MB`;

/** A portal with a large library beside the one of the bench: its first and later start, what it takes, and how quickly it lists. */
export const largeLibrary: BenchPart = async ({ url }) => {
  const { dir, remove } = await temporaryFolder("bitacora-library-");
  try {
    await write(path.join(dir, "content", "runbooks"));
    const first = await started(dir);
    const readMs = await untilRead(first.portal);
    const spent = processorMs(first.portal.pid);
    await sleep(5_000);
    await first.portal.stop();
    const later = await started(dir);
    await sleep(5_000);
    const memory = await memoryOf(later.portal.pid);
    const before = processorMs(later.portal.pid);
    await sleep(60_000);
    const idle = processorMs(later.portal.pid) - before;
    console.table({
      [`first start with ${count} runbooks until it answers`]: seconds(first.ms),
      "… until all are read": seconds(first.ms + readMs),
      "… processor until then": seconds(spent),
      "later start until it answers": seconds(later.ms),
      "resident memory after it": megabytes(memory.now),
      "… at most since it began": megabytes(memory.most),
      "processor in an idle minute": milliseconds(idle),
    });
    const addresses = ["/api/v1/runbooks", "/runbooks", "/runbooks?page=50", "/"];
    const rows = [];
    for (const address of addresses) {
      const [large, small] = [await answers(later.portal.url + address), await answers(url + address)];
      rows.push({ address, large: milliseconds(large), small: milliseconds(small), ratio: ratio(large, small) });
    }
    console.table(rows);
    await later.portal.stop();
  } finally {
    await remove();
  }
};

async function write(root: string): Promise<void> {
  for (const { path: name, source } of generateLibrary(count)) {
    const file = path.join(root, `${name}.mdx`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, source);
  }
}

async function started(dir: string): Promise<{ portal: PortalProcess; ms: number }> {
  const began = performance.now();
  const env = { CONTENT_DIR: path.join(dir, "content") };
  const portal = await untilReady(await spawnPortal({ dataDir: path.join(dir, "data"), env }));
  await (await fetch(`${portal.url}/runbooks`)).text();
  return { portal, ms: performance.now() - began };
}

async function untilRead({ url }: PortalProcess): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { reading } = (await (await fetch(`${url}/readyz`)).json()) as { reading?: unknown };
    if (!reading) return performance.now() - began;
    await sleep(500);
  }
}

/** Median of how long an answer takes, in ms. */
async function answers(url: string): Promise<number> {
  const took: number[] = [];
  for (let each = 0; each < times; each += 1) {
    const began = performance.now();
    await (await fetch(url)).text();
    took.push(performance.now() - began);
  }
  return percentile(took, 0.5);
}

/** Processor time of a process so far, its threads included, in ms (proc(5): fields 14 and 15, in hundredths). */
function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process in kB, now and at most (proc(5)). */
async function memoryOf(pid: number): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const field = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return { now: field("VmRSS"), most: field("VmHWM") };
}
