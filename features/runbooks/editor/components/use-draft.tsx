"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "../../drafts/schema";
import { discardDraftAction, saveDraftAction } from "../actions";
import { removeLocalCopy, writeLocalCopy } from "./local-copy";

export type DraftStatus =
  | { kind: "clean" | "dirty" | "saving" | "saved" | "browser" | "signedOut" }
  | { kind: "failed"; why: string }
  /** Another window of the same person saved a newer one. */
  | { kind: "elsewhere"; draft: Draft };

type Work = { text: string; baseBlob: string | null };
type Options = {
  person: string;
  path: string;
  version: number;
  initial: "clean" | "dirty" | "saved";
  /** A text that only this browser has: it is sent as soon as the editor opens. */
  unsent: Work | null;
  onError: (code: string) => string;
};

/** Milliseconds of rest after which a change is saved, and after which a failed saving is tried again. */
const [rest, again] = [1_200, 15_000];

/**
 * Keeps the text while it is written: at once in the browser, after a rest as a draft on the server. One saving at a
 * time, in order; a server that does not answer is asked again until it does.
 */
export function useDraft({ person, path, version: first, initial, unsent, onError }: Options) {
  const [status, setStatus] = useState<DraftStatus>({ kind: initial });
  const work = useRef<Work | null>(unsent);
  const version = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef<Promise<void> | null>(null);
  const paused = useRef(false);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (busy.current) await busy.current;
    const sent = work.current;
    if (!sent || paused.current) return;
    setStatus({ kind: "saving" });
    busy.current = (async () => {
      const result = await saveDraftAction({ path, ...sent, version: version.current }).catch(() => null);
      const retry = (next: DraftStatus) => {
        setStatus(next);
        timer.current = setTimeout(() => void save(), again);
      };
      if (result?.ok) {
        version.current = result.value.version;
        if (work.current === sent) work.current = null;
        return setStatus({ kind: work.current ? "dirty" : "saved" });
      }
      if (!result || result.code === "database_unavailable" || result.code === "internal")
        return retry({ kind: "browser" });
      if (result.code === "unauthenticated" || result.code === "session_expired") return retry({ kind: "signedOut" });
      const current = result.details.current as Draft | null | undefined;
      if (result.code !== "stale_version") return setStatus({ kind: "failed", why: onError(result.code) });
      if (!current || current.text === sent.text) {
        // The draft was published or discarded elsewhere, or says the same: this text simply goes on from there.
        version.current = current?.version ?? 0;
        return retry({ kind: "dirty" });
      }
      paused.current = true;
      setStatus({ kind: "elsewhere", draft: current });
    })().finally(() => {
      busy.current = null;
    });
    await busy.current;
  }, [path, onError]);

  const change = useCallback(
    (next: Work) => {
      work.current = next;
      const kept = writeLocalCopy(person, path, { ...next, at: new Date().toISOString() });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), rest);
      const stays: DraftStatus["kind"][] = kept ? ["dirty", "elsewhere", "browser"] : ["dirty", "elsewhere"];
      setStatus((now) => (stays.includes(now.kind) ? now : { kind: "dirty" }));
    },
    [person, path, save],
  );

  /** Ends the draft: it was published, or is thrown away. */
  const end = useCallback(
    async (discard: boolean) => {
      clearTimeout(timer.current);
      work.current = null;
      if (busy.current) await busy.current;
      removeLocalCopy(person, path);
      version.current = 0;
      if (discard) await discardDraftAction({ path }).catch(() => null);
      setStatus({ kind: "clean" });
    },
    [person, path],
  );

  /** Goes on after `elsewhere`, from the version that the other window saved. */
  const resume = useCallback((from: Draft) => {
    version.current = from.version;
    paused.current = false;
  }, []);

  useEffect(() => {
    if (unsent) void save();
  }, [unsent, save]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      // The browser has the text; only one that keeps nothing has to be held back.
      if (work.current && !writeLocalCopy(person, path, { ...work.current, at: new Date().toISOString() }))
        event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
      clearTimeout(timer.current);
      if (work.current) void save();
    };
  }, [person, path, save]);

  /** What is on the screen is no longer what was saved. */
  const begun = useCallback(
    () => setStatus((now) => (["clean", "saved"].includes(now.kind) ? { kind: "dirty" } : now)),
    [],
  );

  return { status, change, begun, save, end, resume };
}
