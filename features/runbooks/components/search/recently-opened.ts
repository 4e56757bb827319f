import type { FoundSection } from "../../finding/answer";

/** What was opened out of a search; never what was searched for. */
export type Opened = { path: string; anchor: string; title: string; service: string; lang: string };

/** Kept in this browser only, and taken off it on signing out (lib/offline/forget-device.ts). */
const name = "bitacora-opened:runbooks";
const kept = 8;

/** Latest first; none where the browser keeps nothing. */
export function recentlyOpened(): Opened[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(value) ? value.filter(isOpened).slice(0, kept) : [];
  } catch {
    return [];
  }
}

export function rememberOpened({ path, anchor, heading, title, service, lang }: FoundSection): void {
  const opened: Opened = { path, anchor, title: heading || title, service, lang };
  const others = recentlyOpened().filter((one) => one.path !== path || one.anchor !== anchor);
  try {
    localStorage.setItem(name, JSON.stringify([opened, ...others].slice(0, kept)));
  } catch {
    // A browser that keeps nothing shows nothing the next time.
  }
}

const isOpened = (value: unknown): value is Opened =>
  typeof value === "object" &&
  value !== null &&
  ["path", "anchor", "title", "service", "lang"].every((field) => typeof Reflect.get(value, field) === "string");
