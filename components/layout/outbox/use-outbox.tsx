"use client";
import { createContext, use } from "react";
import type { Outbox } from "@/lib/offline/outbox";
import type { OutboxItem } from "@/lib/offline/outbox-item";

export type OutboxState = {
  /** Id of whoever is signed in: known before their outbox is open. */
  person: string | null;
  /** Null while the page starts, and for somebody who is not signed in. */
  outbox: Outbox | null;
  /** What the reader wrote and the server does not have yet, in the order of writing. */
  items: OutboxItem[];
  /** Shows them, with what can be done. */
  open: () => void;
};

export const OutboxContext = createContext<OutboxState>({ person: null, outbox: null, items: [], open: () => {} });

/** What waits in this browser to be sent. */
export const useOutbox = (): OutboxState => use(OutboxContext);
