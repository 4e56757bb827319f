"use client";
import { useSyncExternalStore } from "react";
import { call } from "@/lib/http/client";
import type { ListedApproval, ListedApprovals } from "../schema";

/** What waits for an answer, and by how many milliseconds this browser's clock is ahead of the server's. */
export type Waiting = { approvals: ListedApproval[]; skew: number };

/** How often a visible page asks, in ms; a server that does not answer is left alone for a while. */
const everyMs = 3_000;
const afterFailureMs = 30_000;

const nothing: Waiting = { approvals: [], skew: 0 };
let current = nothing;
let known = "";
let timer: ReturnType<typeof setTimeout> | undefined;
let asking = false;
const listeners = new Set<() => void>();

async function ask() {
  clearTimeout(timer);
  if (asking || listeners.size === 0) return;
  if (document.visibilityState === "hidden") return;
  asking = true;
  const answer = await call<ListedApprovals>("GET", "/api/v1/approvals");
  asking = false;
  if (answer.ok) take(answer.value);
  timer = setTimeout(() => void ask(), answer.ok ? everyMs : afterFailureMs);
}

function take({ approvals, now }: ListedApprovals) {
  const told = JSON.stringify(approvals);
  if (told === known) return;
  known = told;
  current = { approvals, skew: Date.now() - Date.parse(now) };
  for (const listener of listeners) listener();
}

const whenVisible = () => void ask();

function subscribe(listener: () => void) {
  if (listeners.size === 0) document.addEventListener("visibilitychange", whenVisible);
  listeners.add(listener);
  void ask();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", whenVisible);
  };
}

/** The requests that wait for a second person, on this page as on every other; one question to the server for all of a page. */
export const useWaiting = (): Waiting =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => nothing,
  );

/** Asks at once, after something that may have changed the list. */
export const refreshWaiting = (): void => void ask();
