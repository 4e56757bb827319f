import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { runDueJobs } from "@/test/jobs";
import { snoozeItem } from "../decide/commands";
import { findingId, writeFindings } from "../findings/commands";
import type { Found } from "../found";
import type { FindingKind } from "../kinds";
import { answerFor } from "../owners/commands";
import { hideReminder, scheduleReminders } from "./commands";
import { listReminders } from "./queries";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("own");
  vi.stubEnv("TIME_ZONE", "Europe/Madrid");
});
afterEach(() => {
  vi.unstubAllEnvs();
  repo.remove();
});

const found = (kind: FindingKind, subject: string, owner = "Backend Team"): Found => ({
  kind,
  subject,
  runbook: subject,
  service: "api",
  owner,
  title: subject,
  line: 1,
  blob: null,
  values: {},
  fingerprint: "2025-10-24",
  since: new Date("2026-01-01T00:00:00Z"),
  dueOn: null,
});
const hour = 3_600;
const said = async (ctx: Ctx) => (await listReminders(ctx)).reminders.map(({ owner, open }) => `${owner} ${open}`);
// Thursday, 15 January 2026, 04:00 in Madrid; the next Monday at nine is 101 hours away.
const toMonday = 101 * hour;

describe("the weekly reminders", () => {
  test("are made on Monday at nine for whoever answers, and once in a week", async ({ as, db, databaseUrl, clock }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    await answerFor(ana, { owner: "Backend Team" });
    await runDueJobs({ db, databaseUrl, clock }); // the list that taking on a team asks for
    const write = (...all: Found[]) => transaction(db, (tx) => writeFindings(tx, all, clock.now));
    const overdue = found("review-overdue", "api/a");
    const soon = found("review-soon", "api/b");
    await write(overdue, soon, found("alert-unmatched", "api/c"), found("review-never", "api/d", "DBA"));
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`; // nothing else runs meanwhile
    await scheduleReminders(ana);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await said(ana)).toEqual([]);

    clock.advance(toMonday);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await said(ana)).toEqual(["Backend Team 2"]);
    expect(await said(luis)).toEqual([]);
    expect(await db.ownerReminder.count()).toBe(2);

    // The portal starts anew that day: it has been said.
    await scheduleReminders(ana);
    clock.advance(hour);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await db.reminderItem.count()).toBe(3);

    // Put off, it is not waiting any more; the next week says again what is open, and what is due soon not a second time.
    await snoozeItem(ana, { itemId: findingId(soon), until: "2026-01-20" });
    expect(await said(ana)).toEqual(["Backend Team 1"]);
    clock.advance(7 * 24 * hour);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await said(ana)).toEqual(["Backend Team 1"]);
    expect(await db.reminderItem.count({ where: { findingId: findingId(soon) } })).toBe(1);
    expect(await db.reminderItem.count({ where: { findingId: findingId(overdue) } })).toBe(2);

    const [reminder] = (await listReminders(ana)).reminders;
    await hideReminder(ana, { reminderId: reminder?.id ?? "" });
    expect(await said(ana)).toEqual([]);
  });

  test("that fell into a night without the portal come after the quiet hours", async ({
    as,
    db,
    databaseUrl,
    clock,
  }) => {
    const ana = await as("editor", "Ana Ruiz");
    await answerFor(ana, { owner: "Red" });
    await runDueJobs({ db, databaseUrl, clock });
    await transaction(db, (tx) => writeFindings(tx, [found("review-overdue", "red/a", "Red")], clock.now));
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await scheduleReminders(ana);
    clock.advance(toMonday + 13 * hour); // Monday, 22:00
    await scheduleReminders(ana); // the start after the outage leaves what is overdue in place
    await runDueJobs({ db, databaseUrl, clock });
    expect(await said(ana)).toEqual([]);
    clock.advance(10 * hour); // Tuesday, 08:00
    await runDueJobs({ db, databaseUrl, clock });
    expect(await said(ana)).toEqual(["Red 1"]);
  });

  test("are not made where they are off, nor hidden for a token", async ({ as, db, databaseUrl, clock }) => {
    vi.stubEnv("REMINDERS", "off");
    const ana = await as("editor", "Ana Ruiz");
    const before = await db.ownerReminder.count();
    await scheduleReminders(ana);
    clock.advance(toMonday);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await db.ownerReminder.count()).toBe(before);
    const token: Ctx = { ...ana, actor: { kind: "token", id: null, name: "ci", role: "editor" } };
    await expect(hideReminder(token, { reminderId: "01900000-0000-7000-8000-000000000000" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
