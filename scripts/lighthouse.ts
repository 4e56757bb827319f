// npm run lighthouse [-- page …]: Lighthouse with its mobile settings over a portal of its own, in production mode.
// LIGHTHOUSE_RUNS of each, 3 unless told; LIGHTHOUSE_REPORTS is a folder for the last whole report of each page.
// Its times are reckoned from what this machine took: say its load beside them, and trust the scores of a quiet one.
import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import "@/lib/server/mode";
import { signedInCookie } from "@/lib/offline/kept-viewer";
import { ensureBuild } from "@/lib/server/build";
import { lockHolder } from "@/lib/server/data-lock";
import { orderedShutdown } from "@/lib/server/shutdown";
import { httpBrowser } from "../test/http-browser";
import { fillTimeline } from "../test/long-timeline";
import { makePeople, type TestPerson } from "../test/portal-people";
import { contentCopy, spawnPortal, temporaryFolder, untilReady } from "../test/portal-process";
import { findBrowser } from "./browser";
import { fetchedLighthouse, type LighthouseResult } from "./lighthouse/fetched";
import { bytesByKind, failings, summary } from "./lighthouse/findings";

const times = Number(process.env.LIGHTHOUSE_RUNS ?? 3);
const keep = process.env.LIGHTHOUSE_REPORTS;
const entries = 120;
const pages: Record<string, { at: string; signedIn?: boolean }> = {
  runbook: { at: "/runbooks/agente-hotelero-api/alertas" },
  search: { at: "/search" },
  found: { at: `/search?q=${encodeURIComponent("could not connect to server: Connection refused")}` },
  incident: { at: "/incidents/INC-1", signedIn: true },
  home: { at: "/" },
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in pages));
if (unknown.length > 0) {
  console.error(`There is no page named ${unknown.join(", ")}. Pages: ${Object.keys(pages).join(", ")}.`);
  process.exit(2);
}

const { lighthouse, launch } = await fetchedLighthouse();
const shutdown = orderedShutdown();
await ensureBuild(process.cwd(), shutdown);
const { dir, remove } = await temporaryFolder("bitacora-lighthouse-run-");
shutdown.add("folder", remove, 1_000);
const dataDir = path.join(dir, "data");
const portal = await spawnPortal({ dataDir, env: { CONTENT_DIR: await contentCopy(dir) } });
shutdown.add("portal", () => portal.stop(), 3_000);
await untilReady(portal);
const { responder } = await makePeople(dataDir);
await makeIncident(responder);
const cookie = await signedIn(responder);

const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const chromeFlags = ["--headless=new", "--disable-dev-shm-usage", ...sandbox];
const chrome = await launch({ chromePath: findBrowser().path, chromeFlags });
shutdown.add("browser", async () => chrome.kill(), 2_000);

const lines: Record<string, ReturnType<typeof summary>> = {};
for (const [name, { at, signedIn: member }] of Object.entries(pages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const address = `${portal.url}${at}`;
  await (await fetch(address, { headers: member ? { cookie } : {} })).text(); // what is made at the first visit is made
  const results: LighthouseResult[] = [];
  for (let n = 0; n < times; n++) results.push(await look(address, member));
  lines[name] = summary(results);
  const last = results.at(-1) as LighthouseResult;
  if (keep) await writeFile(path.join(keep, `${name}.json`), JSON.stringify(last));
  console.log(`\n${name}: ${address.replace(portal.url, "")}`);
  console.log(`  kB: ${JSON.stringify(bytesByKind(last))}`);
  for (const failing of failings(last)) console.log(`  ✗ ${failing}`);
}
console.log(`\nmedians of ${times}, times in ms; load of this machine ${os.loadavg().map((one) => one.toFixed(1))}`);
console.table(lines);
await shutdown.begin(0);

async function look(address: string, member = false): Promise<LighthouseResult> {
  const extraHeaders = member ? { Cookie: cookie } : undefined;
  const flags = { port: chrome.port, output: "json", logLevel: "error", extraHeaders };
  let result = await lighthouse(address, flags);
  // A browser that has just been started now and then records no beginning, and Lighthouse asks for another run.
  if (result?.lhr.runtimeError?.message.includes("NO_NAVSTART")) result = await lighthouse(address, flags);
  const error = result?.lhr.runtimeError?.message;
  if (!result || error) throw new Error(`Lighthouse got nowhere with ${address}: ${error ?? "no result"}`);
  return result.lhr;
}

/** An incident with a timeline of a long night, text with code and a status in it. */
async function makeIncident({ token }: TestPerson) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const post = async (at: string, body: unknown) => {
    const answer = await fetch(`${portal.url}/api/v1${at}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${at}: ${answer.status} ${await answer.text()}`);
  };
  await post("/incidents", { title: "La API no responde", severity: "SEV2", services: ["agente-hotelero-api"] });
  const { databaseUrl = "" } = (await lockHolder(dataDir)) ?? {};
  await fillTimeline(databaseUrl, "INC-1", entries);
  const log = "```\npsycopg2.OperationalError: could not connect to server: Connection refused\n```";
  await post("/incidents/INC-1/timeline", { body: `Lo que dice el registro:\n\n${log}`, kind: "evidence" });
}

async function signedIn({ email, password }: TestPerson): Promise<string> {
  const browser = httpBrowser(portal.url);
  await browser.signIn(email, password);
  // With the hint that the portal would set: one cookie that Chromium keeps, and it sends that instead of these.
  const jar = [...browser.jar, [signedInCookie, "1"]];
  return jar.map(([name, value]) => `${name}=${value}`).join("; ");
}
