import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/lib/db/client";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { makePeople } from "./portal-people";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";

/** At the least. Every one of them hits a portal that serves, with actions on their way. */
const kills = 50;
/** Portals on the one database: while one starts again, another takes the actions. */
const portals = 2;
const steps = ["uno", "dos", "tres", "cuatro"];

const runbook = `---
title: Cuatro a la vez
service: agente-hotelero-api
lang: es
owner: Equipo
---

<Procedure id="p" title="Cuatro a la vez">
<Diagnosis order="any">
${steps.map((id) => `<Step id="${id}" title="${id}" />`).join("\n")}
</Diagnosis>
<Remediation>
<Step id="resto" title="Lo que queda por hacer" />
</Remediation>
</Procedure>
`;

let dir = "";
let removeFolder = async () => {};
let postgres: EmbeddedPostgres;
let contentDir = "";
const alive = new Set<PortalProcess>();

beforeAll(async () => {
  ({ dir, remove: removeFolder } = await temporaryFolder("bitacora-killed-"));
  contentDir = await contentCopy(dir);
  writeFileSync(path.join(contentDir, "runbooks/agente-hotelero-api/cuatro.mdx"), runbook);
  // Only portals are killed here; what PostgreSQL keeps through a crash of its own is its affair.
  postgres = await startEmbedded({ dir: path.join(dir, "postgres"), unsafe: true, maxConnections: 300 });
});
afterAll(async () => {
  await Promise.all([...alive].map((portal) => portal.kill()));
  await postgres?.stop();
  await removeFolder();
});

async function serve(name: string): Promise<PortalProcess> {
  const env = { CONTENT_DIR: contentDir, DATABASE_URL: postgres.url };
  const portal = await spawnPortal({ dataDir: path.join(dir, name), env });
  await untilReady(portal);
  alive.add(portal);
  return portal;
}

/** Actions that have to get through between two kills of a portal: without any, there would be nothing to lose. */
const actionsBetween = 3;

/**
 * Starts portals and ends them without a word, at a moment nobody chose, until it was done `times` often.
 * @param done actions acknowledged so far
 */
async function killAgain(
  name: string,
  first: PortalProcess,
  times: number,
  done: () => number,
): Promise<PortalProcess> {
  let portal = first;
  for (let n = 0; n < times; n++) {
    for (const before = done(); done() < before + actionsBetween; ) await sleep(5);
    await sleep(Math.random() * 250);
    process.kill(portal.pid, "SIGKILL");
    alive.delete(portal);
    await portal.exited;
    portal = await serve(name);
  }
  return portal;
}

type Answer = { status: number; body: { version: number; repeated: boolean; code?: string } };

/** What came back; null when nothing did, or no answer to rely on: nobody knows then whether it was recorded. */
async function send(url: string, token: string, body: object): Promise<Answer | null> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  try {
    const signal = AbortSignal.timeout(15_000);
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal });
    const answer = (await response.json()) as Answer["body"];
    return response.status >= 500 ? null : { status: response.status, body: answer };
  } catch {
    return null;
  }
}

type Ledger = { acknowledged: string[]; unanswered: number; foundRecorded: number; latest: number };

/** One responder: starts, completes and reopens a step of their own for as long as `going`, each action sent until it is answered. */
async function write(
  runPath: string,
  stepId: string,
  token: string,
  going: () => boolean,
  onDone: () => void,
): Promise<Ledger> {
  const ledger: Ledger = { acknowledged: [], unanswered: 0, foundRecorded: 0, latest: 1 };
  const events = ["start", "complete", "reopen"];
  for (let n = 0; going(); n++) {
    const id = randomUUID();
    const event = events[n % events.length];
    const body = { id, event, expectedVersion: ledger.latest, note: `vuelta ${n}` };
    for (let answered = false; !answered; ) {
      const [portal] = [...alive].sort(() => Math.random() - 0.5);
      const answer = portal ? await send(`${portal.url}${runPath}/steps/${stepId}`, token, body) : null;
      if (answer === null) {
        ledger.unanswered += portal ? 1 : 0;
        await sleep(10);
        continue;
      }
      expect(answer).toMatchObject({ status: 200, body: { version: ledger.latest + 1 } });
      ledger.foundRecorded += answer.body.repeated ? 1 : 0;
      ledger.latest = answer.body.version;
      ledger.acknowledged.push(id);
      onDone();
      answered = true;
    }
  }
  return ledger;
}

test(`killing portals ${kills} times between and during actions loses none that was acknowledged, and doubles none`, async () => {
  const names = Array.from({ length: portals }, (_, n) => `data-${n}`);
  const first = await Promise.all(names.map(serve));
  const { responder, viewer } = await makePeople(path.join(dir, "data-0"));
  const url = first[0]?.url ?? "";
  const headers = { authorization: `Bearer ${responder.token}`, "content-type": "application/json" };
  const post = async <T>(to: string, body: object) =>
    (await (await fetch(`${url}${to}`, { method: "POST", headers, body: JSON.stringify(body) })).json()) as T;
  const { key } = await post<{ key: string }>("/api/v1/incidents", { title: "La API no responde", severity: "SEV2" });
  const started = { runbook: "agente-hotelero-api/cuatro", procedure: "p" };
  const { id: runId } = await post<{ id: string }>(`/api/v1/incidents/${key}/runs`, started);
  const runPath = `/api/v1/runs/${runId}`;

  const began = performance.now();
  let going = true;
  let done = 0;
  const onDone = () => {
    done += 1;
  };
  const writing = steps.map((id) => write(runPath, id, responder.token, () => going, onDone));
  const times = Math.ceil(kills / portals);
  const killing = first.map((portal, n) => killAgain(names[n] ?? "", portal, times, () => done));
  const [last] = await Promise.all(killing).finally(() => {
    going = false;
  });
  const ledgers = await Promise.all(writing);
  const acknowledged = ledgers.flatMap((ledger) => ledger.acknowledged);
  const total = (field: "unanswered" | "foundRecorded") => ledgers.reduce((sum, ledger) => sum + ledger[field], 0);
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(
    `${Math.ceil(kills / portals) * portals} kills in ${seconds} s: ${acknowledged.length} actions acknowledged, ` +
      `${total("unanswered")} times no answer, ${total("foundRecorded")} of those recorded all the same`,
  );

  const db = connect(postgres.url, 2);
  const events = await db.runEvent.findMany({ where: { runId }, orderBy: { seq: "asc" } });
  const rows = await db.runStep.findMany({ where: { runId } });
  await db.$disconnect();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(
    events
      .slice(1)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...acknowledged].sort());
  for (const [n, { acknowledged: mine, latest }] of ledgers.entries()) {
    const stepId = steps[n];
    expect(events.filter((event) => event.stepId === stepId).map(({ id }) => id)).toEqual(mine);
    expect(rows.find((row) => row.stepId === stepId)?.version).toBe(latest);
  }
  expect(await toldIds(last as PortalProcess, key, viewer.token)).toEqual(
    expect.arrayContaining(events.map(({ id }) => id)),
  );
  expect(acknowledged.length).toBeGreaterThan(kills);
}, 1_200_000);

/** Ids of all entries of the timeline, each of them once. */
async function toldIds(portal: PortalProcess, key: string, token: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = 0; ; ) {
    const headers = { authorization: `Bearer ${token}` };
    const page = await fetch(`${portal.url}/api/v1/incidents/${key}/timeline?after=${after}&limit=500`, { headers });
    const { entries } = (await page.json()) as { entries: { id: string; seq: number }[] };
    const last = entries.at(-1);
    if (!last) return ids;
    ids.push(...entries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    after = last.seq;
  }
}
