// npm run bench [-- part …]: in one run, on this machine, what the portal does beside the least that would do the same.
// Only the ratios mean something elsewhere: client, server and database share the processors.
import path from "node:path";
import "@/lib/server/mode";
import { ensureBuild } from "@/lib/server/build";
import { lockHolder } from "@/lib/server/data-lock";
import { orderedShutdown } from "@/lib/server/shutdown";
import { makePeople } from "../test/portal-people";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "../test/portal-process";
import { appending } from "./bench/appending";
import { finding } from "./bench/finding";
import { firstPaint } from "./bench/first-paint";
import { largeLibrary } from "./bench/library";
import { listening } from "./bench/listening";
import { timeline } from "./bench/long-timeline";
import { load } from "./bench/measure";
import { publishing } from "./bench/publishing";
import { reading } from "./bench/reading";
import { writeLongRunbook } from "./bench/run-page";
import { running } from "./bench/running";
import { typing } from "./bench/typing";
import { writeLongText } from "./bench/typing-text";
import type { BenchPart } from "./bench/world";

const parts: Record<string, BenchPart> = {
  reading,
  painting: firstPaint,
  finding,
  appending,
  listening,
  running,
  timeline,
  typing,
  publishing,
  library: largeLibrary,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part named ${unknown.join(", ")}. Parts: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const shutdown = orderedShutdown();
await ensureBuild(process.cwd(), shutdown);
const { dir, remove } = await temporaryFolder("bitacora-bench-");
const dataDir = path.join(dir, "data");
const env = { CONTENT_DIR: await contentCopy(dir) };
await writeLongRunbook(env.CONTENT_DIR);
await writeLongText(env.CONTENT_DIR);
shutdown.add("folder", remove, 1_000);

const first = await timedStart();
await first.portal.stop();
const later = await timedStart();
const { portal } = later;
shutdown.add("portal", () => portal.stop(), 3_000);
const { responder, editor } = await makePeople(dataDir);
const { databaseUrl = "" } = (await lockHolder(dataDir)) ?? {};

console.log(`\n${load.connections} at a time, ${load.seconds} s each, Node ${process.versions.node}`);
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
console.table({ "first start to first page": seconds(first.ms), "later start to first page": seconds(later.ms) });
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  await part({ url: portal.url, token: responder.token, databaseUrl, responder, editor });
}
await shutdown.begin(0);

async function timedStart(): Promise<{ portal: PortalProcess; ms: number }> {
  const began = performance.now();
  const portal = await untilReady(await spawnPortal({ dataDir, env }));
  await (await fetch(`${portal.url}/runbooks`)).text();
  return { portal, ms: performance.now() - began };
}
