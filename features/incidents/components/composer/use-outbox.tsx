"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import { afterError, nextToSend, type OutboxItem, readKept } from "../../live/outbox";
import type { Outgoing } from "../../quick/outgoing";
import type { AppendedEntry } from "../../timeline/schema";

const retryMs = 4_000;

/** Writes of this browser on one timeline that are not confirmed yet. Kept in local storage: a reload loses nothing. */
export function useOutbox(api: string, onWritten: (entry: AppendedEntry) => void) {
  const [items, setItems] = useState<OutboxItem[]>([]);
  const current = useRef<OutboxItem[]>([]);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef(onWritten);
  written.current = onWritten;
  const key = `bitacora-outbox:${api}`;

  const keep = useCallback(
    (change: (items: OutboxItem[]) => OutboxItem[]) => {
      current.current = change(current.current);
      try {
        if (current.current.length > 0) localStorage.setItem(key, JSON.stringify(current.current));
        else localStorage.removeItem(key);
      } catch {
        // No storage in this browser: they are kept as long as the page is.
      }
      setItems(current.current);
    },
    [key],
  );

  const flush = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    clearTimeout(timer.current);
    for (let item = nextToSend(current.current); item; item = nextToSend(current.current)) {
      const { id, body, kind, writtenAt } = item;
      const delayed = item.state !== "sending";
      const happenedAt = item.happenedAt ?? (delayed ? writtenAt : undefined);
      const answer = await call<AppendedEntry>("POST", `${api}/timeline`, { id, body, kind, happenedAt });
      if (answer.ok) {
        written.current(answer.value);
        keep((all) => all.filter((each) => each.id !== id));
        continue;
      }
      const state = afterError(answer.code);
      keep((all) => all.map((each) => (each.id === id ? { ...each, state, why: answer.title } : each)));
      if (state === "refused") continue;
      timer.current = setTimeout(() => void flush(), retryMs);
      break;
    }
    busy.current = false;
  }, [api, keep]);

  useEffect(() => {
    keep(() => readKept(localStorage.getItem(key)));
    void flush();
    const online = () => void flush();
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("online", online);
      clearTimeout(timer.current);
    };
  }, [key, keep, flush]);

  const send = useCallback(
    (outgoing: Outgoing) => {
      keep((all) => [...all, { ...outgoing, state: "sending" }]);
      void flush();
    },
    [keep, flush],
  );
  const retry = useCallback(
    (id: string) => {
      keep((all) => all.map((each) => (each.id === id ? { ...each, state: "waiting", why: undefined } : each)));
      void flush();
    },
    [keep, flush],
  );
  const discard = useCallback((id: string) => keep((all) => all.filter((each) => each.id !== id)), [keep]);
  return { items, send, retry, discard };
}
