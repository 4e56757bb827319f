"use client";
import { useEffect, useRef } from "react";
import type { KeptState } from "@/lib/offline/worker/messages";
import { askWorker, pageBuild, pageReader, setCopyTime, tellWorker } from "@/lib/offline/worker-client";

const afterChangeMs = 2_000;
const whileLiveMs = 30_000;

type Saved<T> = { build: string | null; value: T };

/**
 * Keeps what a live page shows on this device, for whoever is signed in, and shows it again when the page is opened from its
 * copy: the copy is from when the page was loaded, this is from when it was last seen.
 * @param name of the page's subject, `incident/INC-1`
 * @param current whether `value` is what the server has now
 */
export function useKeptState<T>(name: string, value: T, current: boolean, restore: (value: T) => void): void {
  const latest = useRef(value);
  latest.current = value;
  const restoring = useRef(restore);
  restoring.current = restore;

  useEffect(() => {
    if (document.documentElement.dataset.keptAt === undefined) return;
    void askWorker<KeptState>({ type: "last-state", name }).then((kept) => {
      const saved = kept?.state as Saved<T> | undefined;
      if (!kept || saved?.build !== pageBuild()) return; // another build may have kept another shape
      restoring.current(saved.value);
      setCopyTime(kept.at);
    });
  }, [name]);

  useEffect(() => {
    const reader = pageReader();
    if (!current || reader === null || document.documentElement.dataset.keptAt !== undefined) return;
    const save = () => {
      const state: Saved<T> = { build: pageBuild(), value: latest.current };
      tellWorker({ type: "state", reader, name, state });
    };
    const often = setInterval(save, whileLiveMs);
    window.addEventListener("pagehide", save);
    return () => {
      clearInterval(often);
      window.removeEventListener("pagehide", save);
    };
  }, [name, current]);

  useEffect(() => {
    const reader = pageReader();
    if (!current || reader === null || document.documentElement.dataset.keptAt !== undefined) return;
    const state: Saved<T> = { build: pageBuild(), value };
    const soon = setTimeout(() => tellWorker({ type: "state", reader, name, state }), afterChangeMs);
    return () => clearTimeout(soon);
  }, [name, value, current]);
}
