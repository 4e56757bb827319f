"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Outbox } from "@/lib/offline/outbox";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import { OutboxContext } from "./use-outbox";

const none: OutboxItem[] = [];

const OutboxDialog = dynamic(() => import("./outbox-dialog").then((module) => module.OutboxDialog), { ssr: false });

/** @param person id of whoever is signed in: what others wrote in this browser is neither shown nor sent */
export function OutboxProvider({ person, children }: { person: string | null; children: ReactNode }) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (person === null) return setOutbox(null);
    let over = false;
    // Not in the first load of a page: who has not signed in has none.
    const opening = import("@/lib/offline/browser-outbox").then(({ openOutbox }) => {
      if (over) return null;
      const opened = openOutbox(person);
      setOutbox(opened.outbox);
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
  const value = useMemo(() => ({ outbox, items, open: () => setShown(true) }), [outbox, items]);
  return (
    <OutboxContext value={value}>
      {children}
      {shown && <OutboxDialog onClose={() => setShown(false)} />}
    </OutboxContext>
  );
}
