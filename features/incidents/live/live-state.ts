import type { IncidentState, IncidentSummary } from "../incident-schema";
import type { EntryView } from "../timeline/schema";

/** What a page knows of an incident. Everything may arrive twice and out of order: from the page, an answer, the stream. */
export type Live = { incident: IncidentState; entries: EntryView[] };

export type LiveEvent =
  | { type: "entries"; entries: EntryView[] }
  | { type: "incident"; incident: IncidentState }
  | { type: "summary"; incident: IncidentSummary };

/** Entries by id, the newer revision of each, in the order of their numbers. */
export function liveReducer(live: Live, event: LiveEvent): Live {
  switch (event.type) {
    case "entries":
      return { ...live, entries: merge(live.entries, event.entries) };
    case "incident":
      return isOlder(event.incident, live.incident) ? live : { ...live, incident: event.incident };
    case "summary":
      return isOlder(event.incident, live.incident)
        ? live
        : { ...live, incident: { ...live.incident, ...event.incident } };
  }
}

const isOlder = (given: IncidentSummary, known: IncidentSummary) => given.lastSeq < known.lastSeq;

function merge(known: EntryView[], given: EntryView[]): EntryView[] {
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  for (const entry of given) {
    const before = byId.get(entry.id);
    if (!before || isNewer(entry, before)) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

const isNewer = (a: EntryView, b: EntryView) =>
  a.revision > b.revision || (a.revision === b.revision && a.retracted !== null && b.retracted === null);
