import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "../../test/portal-process";
import { generateLibrary } from "../library/generate";
import { searchPage } from "./finding";
import type { KeyToPaint } from "./key-to-paint";
import { type Figures, figuresOf, largestGap, memoryOf, processorMs, untilRead } from "./portal-figures";
import { type Asked, ask, askOverHttp, atOnce } from "./search-load";
import { distinctQueries } from "./search-queries";
import { launchBrowser } from "./signed-in";
import { milliseconds, percentile, ratio } from "./world";

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const load = () => `load ${os.loadavg()[0]?.toFixed(1)}`;
const idleMs = 60_000;
const worthSaying = 10_000;
const lists = ["/api/v1/runbooks", "/runbooks", "/runbooks?page=50", "/", "/search?q=disco+lleno"];

/**
 * A whole portal with `count` generated runbooks beside the same portal with the runbooks of this repository: how it starts,
 * answers, rests and what memory it takes. What was read is kept in the system's folder, so that only the first run, or one that
 * is asked for it, reads the library anew.
 * @param cold read the library anew, with requests beside
 */
export async function measurePortal(count: number, cold: boolean): Promise<void> {
  const kept = path.join(os.tmpdir(), `bitacora-bench-portal-${count}`);
  const { dir, remove } = await temporaryFolder("bitacora-small-");
  await writeLibrary(kept, count);
  const places = {
    large: { dataDir: path.join(kept, "data"), env: { CONTENT_DIR: path.join(kept, "content") } },
    small: { dataDir: path.join(dir, "data"), env: { CONTENT_DIR: await contentCopy(dir) } },
  };
  const running: PortalProcess[] = [];
  const start = async (place: (typeof places)["large"]) => {
    const began = performance.now();
    const portal = await untilReady(await spawnPortal(place));
    running.push(portal);
    await (await fetch(`${portal.url}/healthz`)).text();
    return { portal, ms: performance.now() - began };
  };
  try {
    await readOnce(places.large.dataDir, cold, () => start(places.large));
    await (await start(places.small)).portal.stop(); // its database is made
    const large = await start(places.large);
    const small = await start(places.small);
    const afterStart = await figuresOf(large.portal);
    console.log(`\n${count} runbooks in a whole portal, Node ${process.versions.node}, ${load()}`);
    await search(large.portal, small.portal);
    await paint(large.portal, small.portal);
    const afterSearch = await figuresOf(large.portal);
    await showLists(large.portal, small.portal);
    const resting = [large.portal, small.portal].map(({ pid }) => processorMs(pid));
    await sleep(idleMs);
    const [idle = 0, idleSmall = 0] = [large.portal, small.portal].map(
      ({ pid }, at) => processorMs(pid) - (resting[at] ?? 0),
    );
    console.table({
      "start until it serves, everything read before": { large: seconds(large.ms), small: seconds(small.ms) },
      "processor in an idle minute": { large: milliseconds(idle), small: milliseconds(idleSmall) },
      "resident memory after the start": { large: megabytes(afterStart.resident) },
      "… of it heap": { large: megabytes(afterStart.heap) },
      "resident memory after the searches": { large: megabytes(afterSearch.resident) },
      "… of it heap, before it is cleared": { large: megabytes(afterSearch.heap) },
      "resident memory at most": { large: megabytes((await memoryOf(large.portal.pid)).most) },
    });
    console.log(load());
  } finally {
    await Promise.all(running.map((portal) => portal.stop()));
    await remove();
  }
}

async function writeLibrary(dir: string, count: number): Promise<void> {
  const done = path.join(dir, "written");
  if (existsSync(done)) return;
  await rm(dir, { recursive: true, force: true });
  for (const { path: name, source } of generateLibrary(count)) {
    const file = path.join(dir, "content", "runbooks", `${name}.mdx`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, source);
  }
  await writeFile(done, "");
}

/** Lets the portal read and index what it has not, and says what that took where it was much. */
async function readOnce(dataDir: string, anew: boolean, start: () => Promise<{ portal: PortalProcess; ms: number }>) {
  if (anew) await rm(dataDir, { recursive: true, force: true });
  const { portal, ms } = await start();
  const gap = largestGap(portal);
  const read = await untilRead(portal);
  const { largest, answers } = await gap();
  if (read > worthSaying)
    console.table({
      "first start until it serves": seconds(ms),
      "… until all runbooks are read and indexed": seconds(ms + read),
      "… processor until then": seconds(processorMs(portal.pid)),
      [`slowest of ${answers} searches asked beside, one after the other`]: milliseconds(largest),
      load: load(),
    });
  await portal.stop();
}

async function search(large: PortalProcess, small: PortalProcess): Promise<void> {
  const queries = distinctQueries(10_000);
  const texts = queries.map(({ text }) => text);
  const nothing = Array.from(
    { length: 300 },
    (_, at) => `qwzx${(at * 7_919).toString(36)}jkvw zzyx${at.toString(36)}qqv`,
  );
  // The first searches of a process are compiled while they run.
  await ask({ url: `${large.url}/api/v1/search`, queries: texts.slice(-800).map((text) => text.toUpperCase()) });
  await ask({ url: `${small.url}/api/v1/search`, queries: texts.slice(-200).map((text) => text.toUpperCase()) });
  const rows: Record<string, Record<string, string | number>> = {};
  const measure = async (name: string, portal: PortalProcess, asked: string[], encoding?: string) => {
    const earlier = await figuresOf(portal); // the delay counts from here
    const before = processorMs(portal.pid);
    const times = await ask({ url: `${portal.url}/api/v1/search`, queries: asked, encoding });
    const cpu = (processorMs(portal.pid) - before) / times.requests;
    const later = await figuresOf(portal);
    const soon = (later.soon - earlier.soon) / (later.searches - earlier.searches);
    rows[name] = { ...shown(times, cpu, later), "in the server ≤ 15 ms": `${(100 * soon).toFixed(2)} %` };
    return times;
  };
  const identity = await measure("each query once", large, texts);
  const body = new Uint8Array(Math.round(identity.bytes)).fill(32);
  const bare = await askOverHttp(texts, () => body);
  rows["bare node:http, as many bytes"] = shown(bare, bare.cpu, null);
  for (const { kind } of new Map(queries.map((query) => [query.kind, query])).values())
    await measure(
      `… ${kind}`,
      large,
      queries.filter((query) => query.kind === kind).map(({ text }) => text),
    );
  await measure("each query once, compressed for a browser", large, texts, "br, gzip");
  const crowd = texts.slice(0, 600).flatMap((text) => Array.from({ length: 10 }, () => text));
  await measure("600 of them, by ten people each", large, crowd);
  await measure("queries that nothing answers", large, nothing);
  await measure("each query once, small library", small, texts.slice(0, 2_000));
  console.log(`${atOnce} searches at a time over HTTP, none asked twice where it is not said, ${load()}`);
  console.table(rows);
  console.log(`p99 is ${ratio(identity.p99, bare.p99)} times that of the bare server`);
}

/** From a key on the search page to the paint of its results. */
async function paint(large: PortalProcess, small: PortalProcess): Promise<void> {
  const browser = await launchBrowser();
  try {
    const row = ({ p50, p95, p99, keys, overtaken }: KeyToPaint) => ({
      p50: milliseconds(p50),
      p95: milliseconds(p95),
      p99: milliseconds(p99),
      keys,
      overtaken,
    });
    const ofLarge = row(await searchPage(browser, large.url));
    const ofSmall = row(await searchPage(browser, small.url));
    console.log(`from a key to the paint of its results, ${load()}`);
    console.table({ large: ofLarge, small: ofSmall });
  } finally {
    await browser.close();
  }
}

const shown = ({ requests, rate, p50, p95, p99, max }: Asked, cpu: number, figures: Figures | null) => ({
  requests,
  "per second": Math.round(rate),
  p50: milliseconds(p50),
  p95: milliseconds(p95),
  p99: milliseconds(p99),
  max: milliseconds(max),
  "CPU each": `${cpu.toFixed(2)} ms`,
  "loop delay p99": figures ? milliseconds(figures.delayP99) : "",
  "loop delay max": figures ? milliseconds(figures.delayMax) : "",
});

async function showLists(large: PortalProcess, small: PortalProcess): Promise<void> {
  const rows = [];
  for (const address of [...lists, "service"]) {
    const [ofLarge, ofSmall] = [await answers(large, address), await answers(small, address)];
    rows.push({ address, large: milliseconds(ofLarge), small: milliseconds(ofSmall), ratio: ratio(ofLarge, ofSmall) });
  }
  console.table(rows);
}

/** Median of how long an answer takes, in ms; `service` is the page of the first one. */
async function answers({ url }: PortalProcess, address: string): Promise<number> {
  const { runbooks } = (await (await fetch(`${url}/api/v1/runbooks`)).json()) as { runbooks: { service: string }[] };
  const asked = address === "service" ? `/runbooks/${runbooks[0]?.service}` : address;
  const took: number[] = [];
  for (let each = 0; each < 20; each += 1) {
    const began = performance.now();
    await (await fetch(url + asked)).text();
    took.push(performance.now() - began);
  }
  return percentile(took, 0.5);
}
