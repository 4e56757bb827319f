import type { NoticeTone } from "./notice";

type Said = { title: string; description?: string; tone?: NoticeTone };

/** An event of the window: the page is about to be loaded again, by the portal itself. */
export const beforeReload = "bitacora:before-reload";

const key = "bitacora-said";

/** Keeps in this tab what was just said, for the page that comes. */
export function keepSaid(toasts: Said[]): void {
  const said = toasts.map(({ title, description, tone }) => ({ title, description, tone }));
  try {
    sessionStorage.setItem(key, JSON.stringify(said));
  } catch {
    // A browser without storage says it once.
  }
}

/** What was said just before this page was loaded again; asked once. */
export function saidBefore(): Said[] {
  try {
    const said = JSON.parse(sessionStorage.getItem(key) ?? "[]") as Said[];
    sessionStorage.removeItem(key);
    return said;
  } catch {
    return [];
  }
}
