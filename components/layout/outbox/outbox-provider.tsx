"use client";
import {
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { Outbox } from "@/lib/offline/outbox";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import { outboxParts } from "./opening";
import { OutboxContext } from "./use-outbox";

const none: OutboxItem[] = [];

/** @param person id of whoever is signed in: what others wrote in this browser is neither shown nor sent */
export function OutboxProvider({ person, children }: { person: string | null; children: ReactNode }) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [parts, setParts] = useState<Omit<Awaited<ReturnType<typeof outboxParts>>, "openOutbox"> | null>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (person === null) return setOutbox(null);
    let over = false;
    const opening = outboxParts().then(({ openOutbox, ...parts }) => {
      if (over) return null;
      const opened = openOutbox(person);
      // No part of a page has to come alive at once and in one piece because of it.
      startTransition(() => {
        setOutbox(opened.outbox);
        setParts(parts);
      });
      return opened;
    });
    return () => {
      over = true;
      void opening.then((opened) => opened?.close());
    };
  }, [person]);
  const watch = useCallback((changed: () => void) => outbox?.watch(changed) ?? (() => {}), [outbox]);
  const items = useSyncExternalStore(
    watch,
    () => outbox?.items() ?? none,
    () => none,
  );
  const value = useMemo(() => ({ person, outbox, items, open: () => setShown(true) }), [person, outbox, items]);
  return (
    <OutboxContext value={value}>
      {children}
      {shown && parts && <parts.OutboxDialog onClose={() => setShown(false)} />}
    </OutboxContext>
  );
}
