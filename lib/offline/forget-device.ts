import { browserStore } from "./outbox-store";

/** Names under which this browser keeps what somebody writes, what they opened, and who it is. */
const drafts = /^(bitacora-((draft|note|evidence|outbox|opened):|viewer$)|bitacora:glossary:)/;

/** Where the texts of an import are kept in this browser. */
export const importDatabase = "bitacora-import";

/** What the local copies of a person's texts in the editor start with: each goes once the server has its text. */
export const textCopyOf = (person: string): string => `bitacora:draft:${person}:`;

const textCopies = (person: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(textCopyOf(person)));

/** How many writes of a person this browser keeps that are not sent. */
export const countUnsent = async (person: string): Promise<number> =>
  (await browserStore().all(person)).length + textCopies(person).length;

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
  for (const key of textCopies(person)) localStorage.removeItem(key);
  const store = browserStore();
  for (const { id } of await store.all(person)) await store.remove(id);
}
