import { describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { patchIncident } from "../facts/commands";
import { PatchIncident } from "../schema";
import { appendEntry } from "../timeline/commands";
import { AppendEntry } from "../timeline/schema";
import { similarIncidents } from "./queries";

const evidence = (ctx: Ctx, key: string, body: string) =>
  appendEntry(ctx, AppendEntry.parse({ key, body, kind: "evidence" }));
const similar = async (ctx: Ctx, key: string) => (await similarIncidents(ctx, { key })).incidents;

describe("similar incidents", () => {
  test("puts the same error before the same service, and says in what they resemble", async ({ as, clock }) => {
    const ctx = await as("responder");
    const service = await buildIncident(ctx, { title: "Réplica atrasada", services: ["ledger"] });
    const error = await buildIncident(ctx, {
      title: "Cobros rechazados",
      services: ["cards"],
      impactStartedAt: "2026-01-15T02:00:00Z",
    });
    await evidence(ctx, error.key, "app.errors.QuotaExceededError: E7781 tras 3 intentos");
    const resolvedAt = clock.now.toISOString();
    await patchIncident(ctx, PatchIncident.parse({ key: error.key, rootCause: "Cuota agotada", resolvedAt }));
    const now = await buildIncident(ctx, { title: "La réplica va atrasada", services: ["ledger"] });
    await evidence(ctx, now.key, "E7781 otra vez, QuotaExceededError");
    expect(await similar(ctx, now.key)).toMatchObject([
      {
        key: error.key,
        rootCause: "Cuota agotada",
        seconds: 3_600,
        shared: [{ sort: "error", values: ["E7781", "QuotaExceededError"] }],
      },
      {
        key: service.key,
        seconds: null,
        shared: [
          { sort: "service", values: ["ledger"] },
          { sort: "word", values: ["réplica", "atrasada"] },
        ],
      },
    ]);
  });

  test("compares drills with drills, and takes a common service alone for nothing", async ({ as }) => {
    const ctx = await as("responder");
    const labels = { alertname: "DiskFull" };
    const real = await buildIncident(ctx, { title: "Uno", services: ["solo"], labels });
    const drill = await buildIncident(ctx, { title: "Dos", services: ["solo"], labels, kind: "drill" });
    const other = await buildIncident(ctx, { title: "Tres", services: ["solo"] });
    expect(await similar(ctx, real.key)).toEqual([]);
    const again = await buildIncident(ctx, { title: "Cuatro", services: ["otro"], labels, kind: "drill" });
    expect(await similar(ctx, again.key)).toMatchObject([
      { key: drill.key, shared: [{ sort: "alert", values: ["DiskFull"] }] },
    ]);
    expect(await similar(ctx, other.key)).toEqual([]);
  });

  test("is for members, and knows no incident that is not there", async ({ as, asNobody }) => {
    await expect(similarIncidents(asNobody, { key: "INC-1" })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(similarIncidents(await as("viewer"), { key: "INC-99999" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
