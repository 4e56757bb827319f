import { describe, expect, test } from "vitest";
import { allowedMoves, move } from "./machine";
import type { IncidentStatus } from "./schema";
import { incidentStatuses } from "./vocabulary";

const at = new Date("2026-01-15T03:00:00Z");
const earlier = new Date("2026-01-15T02:00:00Z");
const incident = (status: IncidentStatus, times = {}) => ({
  status,
  acknowledgedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  closedAt: null,
  ...times,
});

describe("the moves of an incident", () => {
  test.each([
    ["investigating", ["identified", "mitigating", "monitoring", "resolved"]],
    ["identified", ["investigating", "mitigating", "monitoring", "resolved"]],
    ["mitigating", ["investigating", "identified", "monitoring", "resolved"]],
    ["monitoring", ["investigating", "identified", "mitigating", "resolved"]],
    ["resolved", ["investigating", "mitigating", "monitoring", "closed"]],
    ["closed", ["investigating", "resolved"]],
  ] as const)("from %s are %j", (from, expected) => {
    expect(allowedMoves(from).map(({ to }) => to)).toEqual(expected);
  });

  const every = incidentStatuses.flatMap((from) => incidentStatuses.map((to) => [from, to] as const));

  test.each(every)("from %s to %s do what the table says, and a step back needs its reason", (from, to) => {
    const allowed = allowedMoves(from).find((each) => each.to === to);
    const go = (reason: string) => move(incident(from), to, { at, reason });
    if (!allowed) expect(() => go("x")).toThrow("invalid_transition");
    else if (allowed.direction === "forward") expect(go("").status).toBe(to);
    else {
      expect(() => go("")).toThrow("reason_required");
      expect(go("x").status).toBe(to);
    }
  });
});

describe("the times of an incident", () => {
  test("are set by what was reached, also when it was skipped over", () => {
    expect(move(incident("investigating"), "resolved", { at, reason: "" })).toEqual(
      incident("resolved", { acknowledgedAt: at, mitigatedAt: at, resolvedAt: at }),
    );
  });

  test("that a person set stay", () => {
    const known = incident("monitoring", { acknowledgedAt: earlier, mitigatedAt: earlier });
    expect(move(known, "resolved", { at, reason: "" })).toMatchObject({
      acknowledgedAt: earlier,
      mitigatedAt: earlier,
    });
  });

  test("that are no longer true are cleared", () => {
    const over = incident("closed", {
      acknowledgedAt: earlier,
      mitigatedAt: earlier,
      resolvedAt: earlier,
      closedAt: at,
    });
    expect(move(over, "resolved", { at, reason: "x" })).toMatchObject({ resolvedAt: earlier, closedAt: null });
    expect(move(over, "investigating", { at, reason: "x" })).toMatchObject({ mitigatedAt: null, resolvedAt: null });
  });
});
