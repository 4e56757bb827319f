import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { importDatabase } from "@/lib/offline/forget-device";
import type { ImportItem } from "../batch/batch";

type Kept = { person: string; importId: string; startedAt: string };

interface Schema extends DBSchema {
  imports: { key: string; value: Kept };
  items: { key: string; value: ImportItem & { person: string }; indexes: { person: string } };
}

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(importDatabase, 1, {
    upgrade(db) {
      db.createObjectStore("imports", { keyPath: "person" });
      db.createObjectStore("items", { keyPath: "id" }).createIndex("person", "person");
    },
  });

/** The import that a person left in this browser; null when there is none, or the browser keeps nothing. */
export async function readImport(person: string): Promise<(Kept & { items: ImportItem[] }) | null> {
  try {
    const db = await open();
    const kept = await db.get("imports", person);
    const items = await db.getAllFromIndex("items", "person", person);
    db.close();
    return kept && items.length > 0 ? { ...kept, items } : null;
  } catch {
    return null;
  }
}

/**
 * Keeps an import: the items that changed, and forgets those that are gone.
 * @returns whether the browser kept them
 */
export async function keepImport(
  kept: Kept,
  changed: readonly ImportItem[],
  gone: readonly string[],
): Promise<boolean> {
  try {
    const db = await open();
    const tx = db.transaction(["imports", "items"], "readwrite");
    await tx.objectStore("imports").put(kept);
    for (const item of changed) await tx.objectStore("items").put({ ...item, person: kept.person });
    for (const id of gone) await tx.objectStore("items").delete(id);
    await tx.done;
    db.close();
    return true;
  } catch {
    return false;
  }
}

/** Forgets a person's import. */
export async function forgetImport(person: string): Promise<void> {
  try {
    const db = await open();
    const tx = db.transaction(["imports", "items"], "readwrite");
    await tx.objectStore("imports").delete(person);
    for (const key of await tx.objectStore("items").index("person").getAllKeys(person))
      await tx.objectStore("items").delete(key);
    await tx.done;
    db.close();
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
