import { textCopyOf } from "@/lib/offline/forget-device";
import type { SharedCopy } from "../../shared-text";

const keyOf = (person: string, path: string) => `${textCopyOf(person)}shared:${path}`;

/** @returns null when there is none, or the browser keeps nothing */
export function readSharedCopy(person: string, path: string): SharedCopy | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person, path)) ?? "null") as Partial<SharedCopy> | null;
    if (typeof kept?.text !== "string" || typeof kept.base?.text !== "string") return null;
    if (typeof kept.base.version !== "number") return null;
    return { text: kept.text, base: kept.base, at: typeof kept.at === "string" ? kept.at : "" };
  } catch {
    return null;
  }
}

/** @returns whether the browser kept it */
export function writeSharedCopy(person: string, path: string, copy: SharedCopy): boolean {
  try {
    localStorage.setItem(keyOf(person, path), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function removeSharedCopy(person: string, path: string): void {
  try {
    localStorage.removeItem(keyOf(person, path));
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}
