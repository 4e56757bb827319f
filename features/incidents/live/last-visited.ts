/** Kept by this tab only, and taken off it on signing out (lib/offline/forget-device.ts). */
const name = "bitacora-opened:incident";

/** The incident that this tab was at last, by its key; null when there was none. */
export function lastVisited(): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export function rememberVisit(key: string): void {
  try {
    sessionStorage.setItem(name, key);
  } catch {
    // A browser that keeps nothing proposes nothing.
  }
}
