"use client";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import type { IncidentPage, IncidentSummary } from "../../incident-schema";
import { lastVisited } from "../../live/last-visited";

/** An incident to choose; of one that is only remembered, nothing but its key is known. */
export type OpenIncident = Pick<IncidentSummary, "key"> & Partial<Pick<IncidentSummary, "title" | "severity" | "kind">>;

export type OpenIncidents =
  | { state: "reading" }
  /** `complete`: false while the portal does not say which there are. */
  | { state: "read"; incidents: OpenIncident[]; from: string | null; complete: boolean };

/** The incidents that are not over, worst first, drills last, and the one of them that this tab came from. */
export function useOpenIncidents(): OpenIncidents {
  const [known, setKnown] = useState<OpenIncidents>({ state: "reading" });
  useEffect(() => {
    const abort = new AbortController();
    const before = lastVisited();
    const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(8_000)]);
    call<IncidentPage>("GET", "/api/v1/incidents?status=active&limit=50", undefined, signal).then((answer) => {
      if (abort.signal.aborted) return;
      const incidents: OpenIncident[] = answer.ok
        ? answer.value.incidents.toSorted(worstFirst)
        : before === null
          ? []
          : [{ key: before }];
      const from = incidents.some(({ key }) => key === before) ? before : null;
      setKnown({ state: "read", incidents, from, complete: answer.ok });
    });
    return () => abort.abort();
  }, []);
  return known;
}

const isDrill = ({ kind }: OpenIncident) => Number(kind === "drill");
const worstFirst = (a: IncidentSummary, b: IncidentSummary) =>
  isDrill(a) - isDrill(b) || a.severity.localeCompare(b.severity);
