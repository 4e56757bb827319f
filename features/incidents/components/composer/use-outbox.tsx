"use client";
import { useCallback, useEffect, useRef } from "react";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import type { Outbox } from "@/lib/offline/outbox";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import type { IncidentSummary } from "../../incident-schema";
import { keptBefore } from "../../live/kept-before";
import { laneOf } from "../../live/with-unsent";
import type { Outgoing } from "../../quick/outgoing";
import type { AppendedEntry } from "../../timeline/schema";

/** What the server answers to a write on an incident: the entry itself, or the change with its entry. */
type Written = AppendedEntry | { entry: AppendedEntry; incident: IncidentSummary };

type TimelineOutbox = {
  /** Unsent writes on this incident, in the order of writing. */
  items: OutboxItem[];
  send: (entry: Outgoing) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
};

/**
 * The outbox as one timeline sees it.
 * @param api path of the incident in the API
 * @param onWritten with each write of this browser that the server took; null where its answer holds no entry
 */
export function useTimelineOutbox(api: string, onWritten: (entry: AppendedEntry | null) => void): TimelineOutbox {
  const { outbox, items } = useOutbox();
  const lane = laneOf(api.slice(api.lastIndexOf("/") + 1));

  useEffect(
    () =>
      outbox?.onSettled((id, outcome) => {
        if (outcome.state !== "sent" || outbox.items().find((item) => item.id === id)?.lane !== lane) return;
        const value = (outcome.value ?? {}) as Partial<Written> & { seq?: number };
        onWritten("entry" in value && value.entry ? value.entry : "seq" in value ? (value as AppendedEntry) : null);
      }),
    [outbox, lane, onWritten],
  );
  useEffect(() => {
    if (outbox) void bringOver(outbox, api);
  }, [outbox, api]);

  // Who sends before the outbox is open is quicker than the page, and is not to lose a word by it.
  const early = useRef<Outgoing[]>([]);
  useEffect(() => {
    if (outbox) for (const entry of early.current.splice(0)) void outbox.add(requestOf(outbox, api, entry));
  }, [outbox, api]);
  const send = useCallback(
    (entry: Outgoing) => {
      if (outbox) void outbox.add(requestOf(outbox, api, entry));
      else early.current.push(entry);
    },
    [outbox, api],
  );
  const retry = useCallback((id: string) => void outbox?.again(id), [outbox]);
  const discard = useCallback((id: string) => void outbox?.discard(id), [outbox]);
  return { items: items.filter((item) => item.lane === lane), send, retry, discard };
}

function requestOf(outbox: Outbox, api: string, { writtenAt, ...body }: Outgoing) {
  return {
    id: body.id,
    lane: laneOf(api.slice(api.lastIndexOf("/") + 1)),
    person: outbox.person,
    method: "POST",
    path: `${api}/timeline`,
    body,
    writtenAt,
    label: body.body,
    timed: true,
    note: { does: "entry" },
  } as const;
}

/** Takes over what an earlier version of the portal kept in this browser. */
async function bringOver(outbox: Outbox, api: string): Promise<void> {
  const key = `bitacora-outbox:${api}`;
  try {
    for (const entry of keptBefore(localStorage.getItem(key))) {
      const { id, body, kind, happenedAt, writtenAt } = entry;
      await outbox.add(requestOf(outbox, api, { id, body, kind, happenedAt, writtenAt }));
    }
    localStorage.removeItem(key);
  } catch {
    // A browser without local storage kept nothing.
  }
}
