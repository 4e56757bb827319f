"use client";
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { type ImportItem, isOver } from "../batch/batch";
import { forgetImport, keepImport, readImport } from "./batch-store";

export type Left = { importId: string; startedAt: string; items: ImportItem[] };
type Kept = {
  importId: string;
  items: ImportItem[];
  setItems: Dispatch<SetStateAction<ImportItem[]>>;
  /** What was left here before, until somebody goes on with it or throws it away; `undefined` while the browser looks. */
  left: Left | null | undefined;
  resume: () => void;
  discard: () => void;
  /** False when this browser has no room for it. */
  isKept: boolean;
};

/** The files of an import, kept in this browser with every change: leaving in the middle loses nothing. */
export function useKeptImport(person: string): Kept {
  const [importId, setImportId] = useState(() => uuidv7());
  const [items, setItems] = useState<ImportItem[]>([]);
  const [left, setLeft] = useState<Left | null | undefined>(undefined);
  const [isKept, setIsKept] = useState(true);
  const stored = useRef(new Map<string, ImportItem>());
  const queue = useRef(Promise.resolve());
  const startedAt = useRef(new Date().toISOString());

  useEffect(() => {
    void readImport(person).then((found) => {
      const ended = found !== null && isOver(found.items);
      if (ended) void forgetImport(person);
      setLeft(ended ? null : found);
    });
  }, [person]);

  useEffect(() => {
    if (left !== null) return;
    const changed = items.filter((item) => stored.current.get(item.id) !== item);
    const ids = new Set(items.map(({ id }) => id));
    const gone = [...stored.current.keys()].filter((id) => !ids.has(id));
    if (changed.length + gone.length === 0) return;
    stored.current = new Map(items.map((item) => [item.id, item]));
    const kept = { person, importId, startedAt: startedAt.current };
    queue.current = queue.current.then(async () => setIsKept(await keepImport(kept, changed, gone)));
  }, [items, left, person, importId]);

  return {
    ...{ importId, items, setItems, left, isKept },
    resume() {
      if (!left) return;
      stored.current = new Map(left.items.map((item) => [item.id, item]));
      startedAt.current = left.startedAt;
      setImportId(left.importId);
      // What failed for a reason of the moment is asked again.
      setItems(left.items.map((item) => (item.failed ? { ...item, failed: null, analysedAs: null } : item)));
      setLeft(null);
    },
    discard() {
      stored.current = new Map();
      queue.current = queue.current.then(() => forgetImport(person));
      startedAt.current = new Date().toISOString();
      setImportId(uuidv7());
      setItems([]);
      setLeft(null);
    },
  };
}
