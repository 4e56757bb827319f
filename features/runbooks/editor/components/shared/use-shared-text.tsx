"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import { mergeTexts } from "../../../publishing/merge";
import type { SharedConflict, SharedStart, SharedText } from "../../shared-text";
import { readSharedCopy, removeSharedCopy, writeSharedCopy } from "./shared-copy";

export type SharedStatus =
  | { kind: "clean" | "dirty" | "saving" | "saved" | "browser" | "signedOut" | "conflict" }
  | { kind: "failed"; why: string };

/** Milliseconds of rest after which a change is saved, and after which a failed saving is tried again. */
const [rest, again] = [1_200, 10_000];

/** What the editor opens with: what this browser kept unsaved, else what the server has. */
export function startingCopy({ person, shared }: SharedStart) {
  const kept = readSharedCopy(person, shared.path);
  const restored = kept !== null && kept.text !== shared.text;
  return restored
    ? { text: kept.text, base: kept.base, restored: true }
    : { text: shared.text, base: { text: shared.text, version: shared.version }, restored: false };
}

type Options = {
  start: SharedStart;
  first: ReturnType<typeof startingCopy>;
  onError: (code: string) => string;
  /** Shows another text in the editor. */
  show: (text: string) => void;
};

/**
 * Keeps a shared text while it is written: at once in the browser, after a rest on the server, naming the version that it was made
 * from. When somebody else saved in between, saving stops until a person has seen both texts and the merge.
 */
export function useSharedText({ start, first, onError, show }: Options) {
  const { api, person, shared } = start;
  const { path } = shared;
  const [status, setStatus] = useState<SharedStatus>({ kind: first.restored ? "dirty" : "clean" });
  const [conflict, setConflict] = useState<SharedConflict | null>(null);
  const text = useRef(first.text);
  const base = useRef(first.base);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef<Promise<boolean> | null>(null);
  const paused = useRef(false);

  const meet = useCallback((theirs: SharedText) => {
    const mine = text.current;
    paused.current = true;
    setConflict({ mine, base: base.current.text, theirs, merged: mergeTexts(mine, base.current.text, theirs.text) });
    setStatus({ kind: "conflict" });
    return false;
  }, []);

  /** @returns whether the server has the text as it is now */
  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (busy.current) await busy.current;
    const sent = text.current;
    if (sent === base.current.text) return true;
    if (paused.current) return false;
    setStatus({ kind: "saving" });
    busy.current = (async () => {
      const result = await call<SharedText>("PUT", api, { text: sent, version: base.current.version });
      if (result.ok) {
        base.current = { text: sent, version: result.value.version };
        if (text.current === sent) removeSharedCopy(person, path);
        setStatus({ kind: text.current === sent ? "saved" : "dirty" });
        return text.current === sent;
      }
      if (result.code === "stale_version") return meet((result.details as { current: SharedText }).current);
      const retries = ["offline", "database_unavailable", "internal", "rate_limited"].includes(result.code);
      const out = result.code === "unauthenticated" || result.code === "session_expired";
      if (retries || out) {
        setStatus({ kind: out ? "signedOut" : "browser" });
        timer.current = setTimeout(() => void save(), again);
      } else setStatus({ kind: "failed", why: onError(result.code) });
      return false;
    })().finally(() => {
      busy.current = null;
    });
    return busy.current;
  }, [api, person, path, onError, meet]);

  const change = useCallback(
    (next: string) => {
      text.current = next;
      if (next === base.current.text) {
        clearTimeout(timer.current);
        removeSharedCopy(person, path);
        return setStatus((now) => (now.kind === "saved" ? now : { kind: "clean" }));
      }
      writeSharedCopy(person, path, { text: next, base: base.current, at: new Date().toISOString() });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), rest);
      setStatus((now) => (["conflict", "browser"].includes(now.kind) ? now : { kind: "dirty" }));
    },
    [person, path, save],
  );

  /** What is on the screen is no longer what was saved. */
  const begun = useCallback(
    () => setStatus((now) => (["clean", "saved"].includes(now.kind) ? { kind: "dirty" } : now)),
    [],
  );

  /** Goes on with the merge, or with one's own text on top of theirs; both were seen. */
  const settle = useCallback(
    (settled: string) => {
      if (!conflict) return;
      const { theirs } = conflict;
      // What was typed behind the dialog is part of it.
      base.current = { text: theirs.text, version: theirs.version };
      paused.current = false;
      setConflict(null);
      setStatus({ kind: "dirty" });
      show(settled);
      change(settled);
    },
    [conflict, show, change],
  );

  /** Somebody saved `version`: who has nothing unsaved gets it at once, the others when they save. */
  const newer = useCallback(
    async (version: number) => {
      await busy.current;
      if (version <= base.current.version || text.current !== base.current.text) return;
      const result = await call<SharedText>("GET", api);
      if (!result.ok || result.value.version <= base.current.version) return;
      if (text.current !== base.current.text) return;
      base.current = { text: result.value.text, version: result.value.version };
      text.current = result.value.text;
      show(result.value.text);
      setStatus({ kind: "clean" });
    },
    [api, show],
  );

  useEffect(() => {
    if (first.restored) void save();
    const leave = (event: BeforeUnloadEvent) => {
      const copy = { text: text.current, base: base.current, at: new Date().toISOString() };
      // The browser has the text; only one that keeps nothing has to be held back.
      if (text.current !== base.current.text && !writeSharedCopy(person, path, copy)) event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
      clearTimeout(timer.current);
      void save();
    };
  }, [first, person, path, save]);

  return {
    status,
    conflict,
    change,
    begun,
    save,
    settle,
    newer,
    text: () => text.current,
    version: () => base.current.version,
  };
}
