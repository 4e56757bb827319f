import { randomUUID } from "node:crypto";
import { addFollowUp } from "@/features/incidents/follow-ups/commands";
import { ChangeStatus } from "@/features/incidents/schema";
import { changeStatus } from "@/features/incidents/status/commands";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { AppendEntry } from "@/features/incidents/timeline/schema";
import { exportIncident } from "@/features/records/export/queries";
import { draftPostMortem } from "@/features/records/post-mortem/commands";
import { attachToStep } from "@/features/runs/evidence/attach/commands";
import { startRun } from "@/features/runs/start/commands";
import { encodeSession, sessionCookie } from "@/lib/auth/session-token";
import { hashToken, newToken } from "@/lib/auth/token";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import type { Who } from "./access-table";
import { bytesOf } from "./bytes";
import { buildIncident } from "./incident";

type As = (role: "viewer" | "responder" | "editor" | "admin", name?: string) => Promise<Ctx>;

/** What samples are made from: each call makes something of its own, so that no walk disturbs another. */
export const accessWorld = (db: Db, as: As) => ({
  incident: async () => buildIncident(await as("editor", "Autora")),
  async entry() {
    const author = await as("editor", "Autora");
    const { key } = await buildIncident(author);
    const { id } = await appendEntry(author, AppendEntry.parse({ key, kind: "note", body: "Reiniciado db-2" }));
    return { key, entryId: id };
  },
  async followUp() {
    const author = await as("editor", "Autora");
    const { key } = await buildIncident(author);
    const { id } = await addFollowUp(author, { key, title: "Alerta de disco", dueOn: "2026-02-01" });
    return { key, followUpId: id };
  },
  async record() {
    const author = await as("editor", "Autora");
    return exportIncident(author, await buildIncident(author));
  },
  async postMortem() {
    const author = await as("editor", "Autora");
    const { key } = await buildIncident(author);
    await changeStatus(author, ChangeStatus.parse({ key, to: "monitoring" }));
    await draftPostMortem(author, { key });
    return key;
  },
  async run() {
    const started = await startRun(await as("editor", "Autora"), {
      runbook: "api/emergencias",
      procedure: "api-no-responde",
    });
    return started.id;
  },
  async drill() {
    const { id } = await db.drillSchedule.create({
      data: {
        id: randomUUID(),
        service: "api",
        runbook: "api/emergencias",
        procedure: randomUUID(),
        title: "API no responde",
        rhythm: "weekly",
        nextAt: new Date("2199-02-03T10:00:00Z"),
        createdAt: new Date(),
        createdBy: "Autora",
      },
    });
    return id;
  },
  async suggestion() {
    const id = randomUUID();
    const at = { runbook: "api/emergencias", procedure: "api-no-responde", stepId: "ver-logs", stepTitle: "Ver" };
    const said = { blob: "0".repeat(40), wrong: "Ya no existe", authorName: "Autora", createdAt: new Date() };
    await db.suggestion.create({ data: { id, ...at, ...said } });
    return id;
  },
  /** An item of the worklist, put off by nobody. */
  async finding() {
    const id = randomUUID().replaceAll("-", "");
    const about = { owner: "Backend Team", ownerKey: "backend team", title: "Emergencias", fingerprint: "" };
    await db.finding.create({ data: { id, kind: "review-never", ...about, urgency: 3, since: new Date() } });
    return id;
  },
  /** A query that was searched twice. */
  async query() {
    const id = randomUUID().replaceAll("-", "");
    const on = { firstOn: "2026-01-14", lastOn: "2026-01-15" };
    await db.searchedQuery.create({ data: { id, text: "replica lag", searched: 2, foundNothing: 2, ...on } });
    return id;
  },
  /** Somebody who keeps runbooks. */
  keeper: async () => (await as("editor", "Autora")).actor.id,
  /** A text that somebody else than the walkers put to review. */
  async review() {
    const { actor, now } = await as("editor", "Autora");
    const [id, at] = [randomUUID(), now()];
    const round = { id: randomUUID(), number: 1, text: "x", sha: "x", message: "x", author: actor.name, createdAt: at };
    const said = { path: "api/emergencias", authorId: actor.id, author: actor.name, createdAt: at, updatedAt: at };
    await db.reviewRequest.create({ data: { id, ...said, rounds: { create: round } } });
    return { reviewId: id };
  },
  /** A request for a second person's word, of somebody whom no walk acts as. */
  async approval() {
    const asker = await as("editor", "Autora");
    const runId = await this.run();
    const id = randomUUID();
    await db.stepApproval.create({
      data: {
        id,
        runId,
        stepId: "ver-logs",
        requestedAt: asker.now(),
        requestedById: asker.actor.id,
        requestedBy: asker.actor.name,
        expiresAt: new Date("2100-01-01T00:00:00Z"),
      },
    });
    return id;
  },
  async evidence() {
    const author = await as("editor", "Autora");
    const { id: runId } = await startRun(author, { runbook: "api/emergencias", procedure: "api-no-responde" });
    const file = { runId, stepId: "ver-logs", name: "log.txt" };
    const { attachment } = await attachToStep(author, file, bytesOf("listo"));
    return { runId, stepId: "ver-logs", evidenceId: attachment.id };
  },
  person: async () => (await as("viewer", `Alguien ${randomUUID()}`)).actor.id as string,
  async token() {
    return (await token(db, "viewer")).id;
  },
  email: () => `${randomUUID()}@example.org`,
});
export type World = ReturnType<typeof accessWorld>;

/** Headers with which somebody's browser calls: their session, and that our own page started it. */
export async function sessionHeaders(as: As, who: Who): Promise<Record<string, string>> {
  if (who === "nobody") return { "sec-fetch-site": "same-origin" };
  const { actor, db } = await as(who);
  const { id, name, role, sessionVersion } = await db.person.findUniqueOrThrow({ where: { id: actor.id as string } });
  const session = await encodeSession({ sub: id, name, role, sessionVersion });
  return { "sec-fetch-site": "same-origin", cookie: `${sessionCookie()}=${session}` };
}

/** Headers with which a program calls. */
export async function tokenHeaders(db: Db, who: Who): Promise<Record<string, string>> {
  return who === "nobody" ? {} : { authorization: `Bearer ${(await token(db, who)).secret}` };
}

async function token(db: Db, role: Exclude<Who, "nobody">) {
  const [id, secret] = [randomUUID(), newToken()];
  await db.apiToken.create({
    data: { id, name: `a ${role}`, role, secretHash: hashToken(secret), hint: "bit_", createdAt: new Date() },
  });
  return { id, secret };
}
