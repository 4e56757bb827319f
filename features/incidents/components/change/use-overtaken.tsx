"use client";
import { useState } from "react";
import { type ApiResult, call } from "@/lib/http/client";
import type { IncidentDetail, IncidentSummary } from "../../incident-schema";
import type { EntryKind } from "../../timeline/schema";
import { useLiveIncident } from "../view/live-incident";
import { useLatestEntry } from "./use-latest-entry";
import { useWrite } from "./use-write";

/**
 * Writes a change of one thing about the incident (its status, say) that other people change too. What somebody else did to it
 * since the form was opened is shown before anything is sent, and again if it happened on the way: the write names what the person
 * saw. What was typed stays.
 * @param valueIn the thing, as text that differs when it does
 * @param kind entries that tell of it
 */
export function useOvertaken(valueIn: (incident: IncidentSummary) => string, kind: EntryKind) {
  const { incident, api, addSummary } = useLiveIncident();
  const writer = useWrite();
  const [opened] = useState({ value: valueIn(incident), seq: incident.lastSeq });
  const [agreed, setAgreed] = useState(opened.value);
  const value = valueIn(incident);
  const latest = useLatestEntry(kind, value !== opened.value && value);

  const write = async <T,>(...given: Parameters<typeof writer.write>): Promise<ApiResult<T>> => {
    const answer = await writer.write<T>(...given);
    if (!answer.ok && answer.code === "stale_version") {
      const fresh = await call<IncidentDetail>("GET", api);
      if (fresh.ok) addSummary(fresh.value);
    }
    return answer;
  };

  return {
    busy: writer.busy,
    // The notice says it better.
    failure: writer.failure?.code === "stale_version" && value !== agreed ? null : writer.failure,
    write,
    overtaken: value !== opened.value,
    /** Whether the person has not yet said that they saw the change. */
    unseen: value !== agreed,
    agree: () => setAgreed(value),
    /** What the other one did. */
    theirs: latest && latest.seq > opened.seq ? latest : null,
  };
}
