import { expect, test } from "vitest";
import type { IncidentState } from "../incident-schema";
import { liveReducer } from "./live-state";

test("an older state of the incident changes nothing", () => {
  const incident = { lastSeq: 5, title: "nuevo" } as IncidentState;
  expect(liveReducer(incident, { type: "incident", incident: { ...incident, lastSeq: 4, title: "viejo" } })).toBe(
    incident,
  );
  expect(liveReducer(incident, { type: "summary", incident: { ...incident, title: "otro" } }).title).toBe("otro");
});
