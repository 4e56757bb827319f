import type { IncidentState, IncidentSummary } from "../incident-schema";

/** What a page hears of an incident itself. It may arrive twice and out of order: from the page, an answer, the stream. */
export type LiveEvent = { type: "incident"; incident: IncidentState } | { type: "summary"; incident: IncidentSummary };

/** The newest state of the incident; its timeline is kept apart (`timeline/window`). */
export function liveReducer(known: IncidentState, { type, incident }: LiveEvent): IncidentState {
  if (incident.lastSeq < known.lastSeq) return known;
  return type === "incident" ? incident : { ...known, ...incident };
}
