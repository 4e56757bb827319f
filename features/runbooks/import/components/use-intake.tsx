"use client";
import { type Dispatch, type SetStateAction, useCallback, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ImportItem } from "../batch/batch";
import { serviceOf, withFiles } from "../batch/compose";
import type { Intake } from "../batch/intake";
import { type Given, readFiles } from "./read-files";

export type Reading = { read: number; all: number };

/** Takes files and pasted texts in, and says how far it is. */
export function useIntake(
  items: readonly ImportItem[],
  setItems: Dispatch<SetStateAction<ImportItem[]>>,
  /** Paths that runbooks of these services have. */
  takenIn: (services: string[]) => Promise<ReadonlySet<string>>,
) {
  const [reading, setReading] = useState<Reading | null>(null);
  const latest = useRef(items);
  latest.current = items;

  const add = useCallback(
    async (intake: Intake[]) => {
      const digests = new Map<string, string>();
      for (const { place, bytes, kind } of [...latest.current, ...intake])
        if (bytes && kind === "text") digests.set(place, await digestOf(bytes));
      const existing = await takenIn(intake.map(({ place }) => serviceOf(place)));
      setItems((now) => withFiles(now, intake, digests, existing, uuidv7).items);
    },
    [setItems, takenIn],
  );

  const addFiles = useCallback(
    async (given: Given[]) => {
      if (given.length === 0) return;
      setReading({ read: 0, all: given.length });
      const intake = await readFiles(given, (read, all) => setReading({ read, all }));
      await add(intake);
      setReading(null);
    },
    [add],
  );

  const addText = useCallback(
    async (name: string, text: string) => {
      const bytes = new TextEncoder().encode(text);
      const refusal = bytes.length > 512 * 1024 ? ("too-large" as const) : null;
      await add([{ place: freePlace(name, latest.current), kind: "text", size: bytes.length, bytes, refusal }]);
    },
    [add],
  );

  return { reading, addFiles, addText };
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Only a secure context has `subtle`; without it nothing is taken for a duplicate but what has the same length and start.
  if (!crypto.subtle) return `${bytes.length}:${new TextDecoder().decode(bytes)}`;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function freePlace(name: string, items: readonly ImportItem[]): string {
  const places = new Set(items.map(({ place }) => place));
  for (let number = 1; ; number++) {
    const place = number === 1 ? `${name}.md` : `${name}-${number}.md`;
    if (!places.has(place)) return place;
  }
}
