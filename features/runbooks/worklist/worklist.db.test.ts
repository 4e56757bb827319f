import { rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { vouch } from "../vouch/commands";
import { dismissItem, reopenItem, snoozeItem } from "./decide/commands";
import { writeFindings } from "./findings/commands";
import type { Found } from "./found";
import { answerFor, stopAnswering } from "./owners/commands";
import { listOwners, ownersSource } from "./owners/queries";
import { countMine, listWorklist } from "./queries";
import { refreshWorklist } from "./refresh/commands";
import { ListWorklist } from "./schema";
import { suggestionsSource } from "./suggestions/queries";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("own");
});
afterEach(() => repo.remove());

const refresh = (ctx: Ctx) => refreshWorklist([ownersSource, suggestionsSource])(ctx, {});
const list = async (ctx: Ctx, input: Partial<ListWorklist> = {}) =>
  (await listWorklist(ctx, ListWorklist.parse(input))).items;
const kindsOf = async (ctx: Ctx, input: Partial<ListWorklist> = {}) => (await list(ctx, input)).map(({ kind }) => kind);

/** Emergencias, reviewed on a day, every 31 days. */
const dated = (reviewed: string, more = "", matter = "") =>
  runbook("Emergencias", "api", more).replace(
    "owner: Backend Team\n",
    `owner: Backend Team\nreviewed: ${reviewed}\nreviewEvery: 31d\n${matter}`,
  );

function commit(text: string, file = "runbooks/api/emergencias.mdx") {
  repo.write(file, text);
  repo.git("add", "-A");
  repo.git("commit", "-qm", "x");
}

describe("the worklist", () => {
  test("finds an overdue review, which a vouch settles at once", async ({ as }) => {
    const ctx = await as("editor", "Ana Ruiz");
    commit(dated("2025-12-01"));
    await refresh(ctx);
    const [found] = await list(ctx, { kind: "review-overdue" });
    expect(found).toMatchObject({ runbook: "api/emergencias", owner: "Backend Team", dueOn: "2026-01-01", urgency: 2 });
    await vouch(ctx, { runbooks: [{ path: "api/emergencias", blob: found?.blob ?? undefined }] });
    expect(await kindsOf(ctx)).toEqual(["owner-nobody"]);
    await refresh(ctx);
    expect(await kindsOf(ctx)).toEqual(["owner-nobody"]);
  });

  test("finds links that lead nowhere, each at its line, until they are mended", async ({ as }) => {
    const ctx = await as("editor");
    const links = "[a](/runbooks/api/nada) [b](#nada) ![c](./nada.png) [d](#ver-logs) ![e](./hay.png)\n";
    repo.write("runbooks/api/hay.png", "png");
    commit(runbook("Emergencias", "api", links));
    await refresh(ctx);
    const broken = (await list(ctx, { kind: "broken-link" })).map(({ values, line }) => [values.target, line]);
    expect(broken.sort()).toEqual([
      ["#nada", 29],
      ["./nada.png", 29],
      ["api/nada", 29],
    ]);
    commit(runbook("Emergencias"));
    await refresh(ctx);
    expect(await kindsOf(ctx, { kind: "broken-link" })).toEqual([]);
  });

  test("finds a file that the gate refuses, and says that its last good version is served", async ({ as }) => {
    const ctx = await as("editor");
    await refresh(ctx);
    commit(runbook("Emergencias", "api", "<script>alert(1)</script>\n"));
    await refresh(ctx);
    const [found] = await list(ctx, { kind: "refused" });
    expect(found).toMatchObject({ line: 29, urgency: 1, values: { served: "earlier" }, owner: "Backend Team" });
    rmSync(path.join(repo.content, "runbooks/api/emergencias.mdx"));
    await refresh(ctx);
    expect(await kindsOf(ctx)).toEqual([]);
  });

  test("finds what responders said of a step", async ({ as, db }) => {
    const ctx = await as("editor");
    const at = {
      runbook: "api/emergencias",
      procedure: "api-no-responde",
      stepId: "ver-logs",
      stepTitle: "Ver los logs",
    };
    const id = "01900000-0000-7000-8000-00000000000a";
    await db.suggestion.create({
      data: { id, ...at, blob: "0".repeat(40), wrong: "Ya no existe", authorName: "Eva", createdAt: ctx.now() },
    });
    await refresh(ctx);
    const [found] = await list(ctx, { kind: "suggestion" });
    expect(found).toMatchObject({ line: 18, values: { step: "Ver los logs", author: "Eva" }, owner: "Backend Team" });
    await db.suggestion.update({ where: { id }, data: { state: "adopted" } });
    await refresh(ctx);
    expect(await kindsOf(ctx, { kind: "suggestion" })).toEqual([]);
  });
});

describe("deciding on an item", () => {
  test("put off, it is back on its day; dismissed, when the thing itself changes", async ({ as, clock, db }) => {
    const ctx = await as("editor", "Ana Ruiz");
    commit(dated("2025-12-01"));
    await refresh(ctx);
    const [item] = await list(ctx, { kind: "review-overdue" });
    const { id: itemId = "", fingerprint } = item ?? {};
    await snoozeItem(ctx, { itemId, until: "2026-01-17" });
    expect(await kindsOf(ctx)).toEqual(["owner-nobody"]);
    expect(await list(ctx, { state: "snoozed" })).toMatchObject([
      { snoozedUntil: "2026-01-17", snoozedBy: "Ana Ruiz" },
    ]);
    clock.advance(2 * 86_400);
    expect(await kindsOf(ctx, { kind: "review-overdue" })).toHaveLength(1);

    await dismissItem(ctx, { itemId, fingerprint, reason: "Se retira en marzo" });
    await refresh(ctx);
    expect(await list(ctx, { state: "dismissed" })).toMatchObject([{ dismissed: { reason: "Se retira en marzo" } }]);
    commit(dated("2025-12-02"));
    await refresh(ctx);
    expect(await kindsOf(ctx, { kind: "review-overdue" })).toHaveLength(1);
    await expect(dismissItem(ctx, { itemId, fingerprint, reason: "x" })).rejects.toMatchObject({
      code: "stale_version",
    });
    const told = await db.auditEvent.findMany({ where: { subject: `finding:${itemId}` }, orderBy: { at: "asc" } });
    expect(told.map(({ action }) => action)).toEqual(["worklist.snoozed", "worklist.dismissed"]);
  });

  test("a day that has come, or lies more than a year ahead, is no day to wait for", async ({ as }) => {
    const ctx = await as("editor");
    await refresh(ctx);
    const [{ id: itemId } = { id: "" }] = await list(ctx);
    for (const until of ["2026-01-15", "2027-06-01"]) {
      await expect(snoozeItem(ctx, { itemId, until })).rejects.toMatchObject({ code: "validation_failed" });
    }
    await snoozeItem(ctx, { itemId, until: "2026-02-01" });
    expect(await reopenItem(ctx, { itemId })).toMatchObject({ snoozedUntil: null });
    await expect(reopenItem(await as("responder"), { itemId })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("owners", () => {
  test("an editor answers for a team, whose items come first from then on", async ({ as }) => {
    const ctx = await as("editor", "Ana Ruiz");
    commit(
      runbook("Otra", "alfa").replace("Backend Team", "Alfa").replace("lang: es", "lang: es\nreviewEvery: 31d"),
      "runbooks/alfa/otra.mdx",
    );
    commit(dated("2025-12-01"));
    await refresh(ctx);
    expect((await list(ctx, { kind: "review-never" }))[0]).toMatchObject({ owner: "Alfa", mine: false });
    expect(await countMine(ctx)).toBe(0);
    await answerFor(ctx, { owner: "backend  TEAM" });
    await refresh(ctx);
    expect((await list(ctx))[0]).toMatchObject({ owner: "Backend Team", mine: true, kind: "review-overdue" });
    expect(await countMine(ctx)).toBe(1);
    expect(await kindsOf(ctx, { mine: "1" })).toEqual(["review-overdue"]);
    expect((await listOwners(ctx)).owners).toMatchObject([
      { name: "Alfa", people: [], mine: false },
      { name: "Backend Team", people: [{ name: "Ana Ruiz", byName: false }], mine: true },
    ]);
    await stopAnswering(ctx, { owner: "Backend Team" });
    expect(await countMine(ctx)).toBe(0);
  });

  test("a person named as the owner needs to say nothing; an administrator speaks for others, an editor does not", async ({
    as,
  }) => {
    const [ana, admin] = [await as("editor", "Ana Ruiz"), await as("admin", "Marta")];
    commit(dated("2025-12-01").replace("Backend Team", "Ana Ruiz"));
    await refresh(ana);
    expect((await list(ana))[0]).toMatchObject({ mine: true });
    expect(await kindsOf(ana)).toEqual(["review-overdue"]);
    const personId = ana.actor.id ?? "";
    await answerFor(admin, { owner: "DBA", personId });
    await expect(answerFor(ana, { owner: "DBA", personId: admin.actor.id ?? "" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const viewer = (await as("viewer")).actor.id ?? "";
    await expect(answerFor(admin, { owner: "DBA", personId: viewer })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("10,000 findings are written and read by the page", async ({ as, db, clock }) => {
  const ctx = await as("editor");
  const found = Array.from(
    { length: 10_000 },
    (_, n): Found => ({
      kind: "review-overdue",
      subject: `svc-${n % 40}/r-${n}`,
      runbook: `svc-${n % 40}/r-${n}`,
      service: `svc-${n % 40}`,
      owner: `Team ${n % 25}`,
      title: `Runbook ${n}`,
      line: 1,
      blob: null,
      values: { reviewed: "2025-01-01" },
      fingerprint: "2025-01-01",
      since: new Date("2025-02-01T00:00:00Z"),
      dueOn: "2025-02-01",
    }),
  );
  const write = () => transaction(db, (tx) => writeFindings(tx, found, clock.now));
  await write();
  await write();
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await listWorklist(ctx, ListWorklist.parse({ owner: "team 3", cursor }));
    expect(page.total).toBe(400);
    for (const { id } of page.items) seen.add(id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.size).toBe(400);
});
