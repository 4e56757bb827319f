import type { Role } from "@/lib/auth/roles";

type Viewer = { id: string | null; name: string; role: Role };

/** Set beside the session, which scripts cannot see: only that there is one (lib/server/session-hint.ts). */
export const signedInCookie = "bitacora-signed-in";

const key = "bitacora-viewer";

/** Whether this browser has a session, as far as it knows: a page that is the same for all asks who reads only then. */
export const mayBeSignedIn = (): boolean => document.cookie.split("; ").includes(`${signedInCookie}=1`);

/** Who read the page before; null when that is not kept. */
export function keptViewer(): Viewer | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Viewer | null;
  } catch {
    return null;
  }
}

export function keepViewer(viewer: Viewer): void {
  try {
    localStorage.setItem(key, JSON.stringify(viewer));
  } catch {
    // A browser without storage asks again on each page.
  }
}

export function forgetViewer(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}
