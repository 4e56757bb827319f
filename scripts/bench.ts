// npm run bench: in one run, on this machine, what the portal does beside the least that would do the same.
// Only the ratios mean something elsewhere: client, server and database share the processors.
import path from "node:path";
import "@/lib/server/mode";
import { ensureBuild } from "@/lib/server/build";
import { lockHolder } from "@/lib/server/data-lock";
import { orderedShutdown } from "@/lib/server/shutdown";
import { makePeople } from "../test/portal-people";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "../test/portal-process";
import { bareServerRate, load, rawInsertRate, requestsPerSecond } from "./bench/measure";
import { measureRunPage, writeLongRunbook } from "./bench/run-page";

const shutdown = orderedShutdown();
await ensureBuild(process.cwd(), shutdown);
const { dir, remove } = await temporaryFolder("bitacora-bench-");
const dataDir = path.join(dir, "data");
const env = { CONTENT_DIR: await contentCopy(dir) };
await writeLongRunbook(env.CONTENT_DIR);
shutdown.add("folder", remove, 1_000);

const firstStart = await timedStart();
await firstStart.portal.stop();
const start = await timedStart();
const { portal } = start;
shutdown.add("portal", () => portal.stop(), 3_000);
const { responder } = await makePeople(dataDir);

const page = `${portal.url}/runbooks/${await firstRunbook()}`;
const pages = await requestsPerSecond(page);
const bare = await bareServerRate(await fetch(page));
const { databaseUrl = "" } = (await lockHolder(dataDir)) ?? {};
const raw = await rawInsertRate(databaseUrl);
const appends = await requestsPerSecond(`${portal.url}/api/v1/incidents/${await newIncident()}/timeline`, {
  method: "POST",
  headers: apiHeaders(),
  body: JSON.stringify({ body: "reinicié db-2" }),
});

const run = await measureRunPage(portal.url, responder);

const perSecond = (rate: number) => `${Math.round(rate)}/s`;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
console.log(`\n${load.connections} at a time, ${load.seconds} s each, Node ${process.versions.node}`);
console.table({
  "a runbook page": { portal: perSecond(pages), bare: perSecond(bare), ratio: (pages / bare).toFixed(3) },
  "an entry on a timeline": { portal: perSecond(appends), bare: perSecond(raw), ratio: (appends / raw).toFixed(3) },
  "first start to first page": { portal: seconds(firstStart.ms) },
  "later start to first page": { portal: seconds(start.ms) },
});
const ms = (value: number) => `${value.toFixed(0)} ms`;
const compared = (what: "go" | "act", at: "median" | "p95") => {
  const [ours, least] = [run.portal[what][at], run.bare[what][at]];
  return { portal: ms(ours), bare: ms(least), ratio: (ours / least).toFixed(2) };
};
console.log(`A run of 200 steps on an incident of 1,000 entries, key to paint; ${run.nodes} elements`);
console.table({
  "next step, median": compared("go", "median"),
  "next step, p95": compared("go", "p95"),
  "step done, median": compared("act", "median"),
  "step done, p95": compared("act", "p95"),
});
const kilobytes = Object.entries(run.bytes).map(([what, size]) => [what, `${(size / 1_024).toFixed(1)} kB`]);
console.table(Object.fromEntries(kilobytes));
await shutdown.begin(0);

async function timedStart(): Promise<{ portal: PortalProcess; ms: number }> {
  const began = performance.now();
  const portal = await untilReady(await spawnPortal({ dataDir, env }));
  await (await fetch(`${portal.url}/runbooks`)).text();
  return { portal, ms: performance.now() - began };
}

async function firstRunbook(): Promise<string> {
  const { runbooks } = (await (await fetch(`${portal.url}/api/v1/runbooks`)).json()) as {
    runbooks: { path: string }[];
  };
  if (!runbooks[0]) throw new Error("there is no runbook to measure");
  return runbooks[0].path;
}

function apiHeaders() {
  return { authorization: `Bearer ${responder.token}`, "content-type": "application/json" };
}

async function newIncident(): Promise<string> {
  const body = JSON.stringify({ title: "La API no responde", severity: "SEV3" });
  const answer = await fetch(`${portal.url}/api/v1/incidents`, { method: "POST", headers: apiHeaders(), body });
  return ((await answer.json()) as { key: string }).key;
}
