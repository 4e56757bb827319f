"use client";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { openOutbox } from "@/lib/offline/browser-outbox";
import type { Outbox } from "@/lib/offline/outbox";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import { OutboxDialog } from "./outbox-dialog";

type OutboxState = {
  /** Null while the page starts, and for somebody who is not signed in. */
  outbox: Outbox | null;
  /** What the reader wrote and the server does not have yet, in the order of writing. */
  items: OutboxItem[];
  /** Shows them, with what can be done. */
  open: () => void;
};

const OutboxContext = createContext<OutboxState>({ outbox: null, items: [], open: () => {} });
const none: OutboxItem[] = [];

/** What waits in this browser to be sent. */
export const useOutbox = (): OutboxState => use(OutboxContext);

/** @param person id of whoever is signed in: what others wrote in this browser is neither shown nor sent */
export function OutboxProvider({ person, children }: { person: string | null; children: ReactNode }) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (person === null) return setOutbox(null);
    const opened = openOutbox(person);
    setOutbox(opened.outbox);
    return opened.close;
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
