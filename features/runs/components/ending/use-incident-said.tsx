"use client";
import { useEffect, useState } from "react";
import type { EntryView } from "@/features/incidents/timeline/schema";
import { call } from "@/lib/http/client";

/** Entries to look through for what people decided and supposed, the newest ones. */
const lookedAt = 300;
/** What a hand-over carries of them. */
const carried = 8;

type Said = { kind: "decision" | "note"; text: string; at: string; name: string };

/** Decisions and notes that people wrote on the incident's timeline, oldest first; read again with each version of the run. */
export function useIncidentSaid(key: string | null, version: number): Said[] {
  const [{ said }, setSaid] = useState<{ said: Said[]; version: number }>({ said: [], version });
  useEffect(() => {
    if (key === null) return;
    let over = false;
    void read(key).then((found) => !over && found && setSaid({ said: found, version }));
    return () => {
      over = true;
    };
  }, [key, version]);
  return said;
}

/** Null when it cannot be read now: what was read before stays. */
async function read(key: string): Promise<Said[] | null> {
  const path = `/api/v1/incidents/${key}` as const;
  const incident = await call<{ lastSeq: number }>("GET", path);
  if (!incident.ok) return null;
  const after = Math.max(0, incident.value.lastSeq - lookedAt);
  const page = await call<{ entries: EntryView[] }>("GET", `${path}/timeline?after=${after}&limit=${lookedAt}`);
  if (!page.ok) return null;
  return page.value.entries
    .flatMap(({ kind, body, happenedAt, actor, runId, retracted, data }) => {
      const told =
        (kind === "decision" || kind === "note") && runId === null && retracted === null && !("event" in data);
      return told ? [{ kind, text: body, at: happenedAt, name: actor.name }] : [];
    })
    .slice(-carried);
}
