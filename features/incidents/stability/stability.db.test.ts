import { describe, expect } from "vitest";
import { system } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { runDueJobs } from "@/test/jobs";
import { patchIncident } from "../facts/commands";
import { getIncident } from "../queries";
import { ChangeStatus, PatchIncident } from "../schema";
import { changeStatus } from "../status/commands";
import { listEntries } from "../timeline/queries";
import { reachStability } from "./commands";

const to = (ctx: Ctx, key: string, status: string, reason?: string) =>
  changeStatus(ctx, ChangeStatus.parse({ key, to: status, reason }));
const told = async (ctx: Ctx, key: string) =>
  (await listEntries(ctx, { key, after: 0, limit: 100 })).entries.filter(({ data }) =>
    ["stable", "stability-stopped"].includes(String(data.event)),
  );

describe("the half hour of stability", () => {
  test("begins with monitoring and is recorded once, when it is over", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await to(ctx, key, "monitoring");
    clock.advance(1_799);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await told(ctx, key)).toEqual([]);
    expect((await getIncident(ctx, { key })).closingMissing).toContain("stable");

    clock.advance(1);
    await runDueJobs({ db, databaseUrl, clock });
    await runDueJobs({ db, databaseUrl, clock });
    expect(await told(ctx, key)).toMatchObject([
      {
        kind: "verification",
        source: "system",
        happenedAt: "2026-01-15T03:30:00.000Z",
        data: { event: "stable", seconds: 1_800, since: "2026-01-15T03:00:00.000Z" },
      },
    ]);
    expect((await getIncident(ctx, { key })).closingMissing).not.toContain("stable");
  });

  test("is recorded late, at its time, when the portal was down", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await to(ctx, key, "monitoring");
    clock.advance(7_200);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await told(ctx, key)).toMatchObject([
      { happenedAt: "2026-01-15T03:30:00.000Z", recordedAt: "2026-01-15T05:00:00.000Z" },
    ]);
  });

  test("stops, with an entry, when the incident goes back, and begins anew", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await to(ctx, key, "monitoring");
    clock.advance(600);
    await to(ctx, key, "mitigating", "vuelven los errores");
    expect(await told(ctx, key)).toMatchObject([{ data: { event: "stability-stopped", seconds: 600 } }]);
    clock.advance(60);
    await to(ctx, key, "monitoring");
    clock.advance(1_799);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await told(ctx, key)).toHaveLength(1);
    clock.advance(1);
    await runDueJobs({ db, databaseUrl, clock });
    expect((await told(ctx, key)).at(-1)).toMatchObject({ happenedAt: "2026-01-15T03:41:00.000Z" });
  });

  test("goes on while the incident is resolved, and ends with its closing", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const [resolved, closed] = [await buildIncident(ctx), await buildIncident(ctx, { kind: "drill" })];
    for (const { key } of [resolved, closed]) {
      await to(ctx, key, "monitoring");
      await to(ctx, key, "resolved");
    }
    await to(ctx, closed.key, "closed");
    clock.advance(1_800);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await told(ctx, resolved.key)).toHaveLength(1);
    expect(await told(ctx, closed.key)).toEqual([]);
  });

  test("follows the time of mitigation when a person corrects it", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    clock.advance(1_200);
    await to(ctx, key, "monitoring");
    await patchIncident(ctx, PatchIncident.parse({ key, mitigatedAt: "2026-01-15T03:05:00Z" }));
    clock.advance(900);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await told(ctx, key)).toMatchObject([{ happenedAt: "2026-01-15T03:35:00.000Z" }]);
  });

  test("called twice at the same moment is recorded once", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key, id } = await buildIncident(ctx);
    await to(ctx, key, "monitoring");
    clock.advance(1_800);
    const portal: Ctx = { ...ctx, actor: system, source: "system" };
    const due = { incidentId: id, since: "2026-01-15T03:00:00.000Z" };
    await Promise.all([reachStability(portal, due), reachStability(portal, due)]);
    expect(await told(ctx, key)).toHaveLength(1);
  });
});
