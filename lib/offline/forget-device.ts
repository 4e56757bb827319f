import { browserStore } from "./outbox-store";

/** Names under which texts that are being written are kept in this browser. */
const drafts = /^bitacora-(draft|note|evidence|outbox):/;

/** Where the texts of an import are kept in this browser. */
export const importDatabase = "bitacora-import";

/** How many writes of a person this browser keeps that are not sent. */
export const countUnsent = async (person: string): Promise<number> => (await browserStore().all(person)).length;

/**
 * Takes a person's writing off this device, for signing out: drafts, and unsent writes unless they are to wait here for the same
 * person.
 */
export async function forgetDevice(person: string, { keepUnsent }: { keepUnsent: boolean }): Promise<void> {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (drafts.test(key)) storage.removeItem(key);
  }
  // An import that was left in the middle; the browser may take its time, and nothing waits for it.
  indexedDB.deleteDatabase(importDatabase);
  if (keepUnsent) return;
  const store = browserStore();
  for (const { id } of await store.all(person)) await store.remove(id);
}
