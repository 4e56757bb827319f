import { textCopyOf } from "@/lib/offline/forget-device";

/** A text as this browser keeps it, so that neither a reload nor an outage loses it. */
export type LocalCopy = { text: string; baseBlob: string | null; at: string };

const keyOf = (person: string, path: string) => `${textCopyOf(person)}${path}`;

/** @returns null when there is none, or the browser keeps nothing */
export function readLocalCopy(person: string, path: string): LocalCopy | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, path)) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { text, baseBlob, at } = kept as Record<string, unknown>;
    if (typeof text !== "string" || typeof at !== "string") return null;
    return { text, baseBlob: typeof baseBlob === "string" ? baseBlob : null, at };
  } catch {
    return null;
  }
}

/** @returns whether the browser kept it */
export function writeLocalCopy(person: string, path: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(keyOf(person, path), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function removeLocalCopy(person: string, path: string): void {
  try {
    localStorage.removeItem(keyOf(person, path));
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}
