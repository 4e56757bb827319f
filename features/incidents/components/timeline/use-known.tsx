"use client";
import { useMemo } from "react";
import { useLiveIncident } from "../view/live-incident";
import type { Known } from "./entry-words";

/** The people and the step that an entry's text can lead to. */
export function useKnown(link: { runId: string | null; stepId: string | null } | undefined): Known {
  const { incident, people } = useLiveIncident();
  const { runId = null, stepId = null } = link ?? {};
  return useMemo(() => {
    const href = `/incidents/${incident.key}/runs/${runId}#${encodeURIComponent(stepId ?? "")}`;
    return { people, step: runId && stepId ? { id: stepId, href } : null };
  }, [people, incident.key, runId, stepId]);
}
