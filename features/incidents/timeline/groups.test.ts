import { expect, test } from "vitest";
import type { IncidentState } from "../incident-schema";
import { liveReducer } from "../live/live-state";
import { groupByMinute, lateness } from "./groups";
import type { EntryView } from "./schema";

const entry = (seq: number, happenedAt: string, more: Partial<EntryView> = {}): EntryView => ({
  id: `id-${seq}`,
  seq,
  kind: "note",
  body: `entry ${seq}`,
  happenedAt,
  recordedAt: "2026-01-15T03:10:00.000Z",
  actor: { id: null, name: "Ana" },
  source: "web",
  data: {},
  runId: null,
  stepId: null,
  revision: 0,
  changedSeq: seq,
  retracted: null,
  ...more,
});

test("a timeline is read in the order in which things happened", () => {
  const groups = groupByMinute([
    entry(1, "2026-01-15T03:00:10.000Z"),
    entry(2, "2026-01-15T03:05:00.000Z"),
    entry(3, "2026-01-15T03:00:05.000Z"),
    entry(4, "2026-01-14T23:59:00.000Z"),
  ]);
  expect(groups.map(({ at, entries }) => [at, entries.map(({ seq }) => seq)])).toEqual([
    ["2026-01-14T23:59:00.000Z", [4]],
    ["2026-01-15T03:00:00.000Z", [1, 3]],
    ["2026-01-15T03:05:00.000Z", [2]],
  ]);
});

test("what was written down more than a minute later says so", () => {
  expect(lateness(entry(1, "2026-01-15T02:56:00.000Z"))).toBe(840);
  expect(lateness(entry(1, "2026-01-15T03:09:30.000Z"))).toBeNull();
});

test("what arrives twice or late changes nothing", () => {
  const incident = { lastSeq: 5, title: "nuevo" } as IncidentState;
  const corrected = entry(2, "2026-01-15T03:00:00.000Z", { revision: 1, body: "corrected" });
  const live = { incident, entries: [entry(1, "2026-01-15T03:00:00.000Z"), corrected] };
  const late = [entry(2, "2026-01-15T03:00:00.000Z"), entry(1, "2026-01-15T03:00:00.000Z")];
  expect(liveReducer(live, { type: "entries", entries: late })).toEqual(live);
  const older = { ...incident, lastSeq: 4, title: "viejo" };
  expect(liveReducer(live, { type: "incident", incident: older })).toEqual(live);
});
