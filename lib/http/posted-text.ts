import { AsyncLocalStorage } from "node:async_hooks";

// The server in front and Next's pages have module copies of their own.
const shared = globalThis as typeof globalThis & { bitacoraPostedText?: AsyncLocalStorage<string> };

const storage = (): AsyncLocalStorage<string> => {
  shared.bitacoraPostedText ??= new AsyncLocalStorage();
  return shared.bitacoraPostedText;
};

/** Makes a page that answers a text from the body of its request; the text is forgotten with the request. */
export const withPostedText = <T>(text: string, answer: () => T): T => storage().run(text, answer);

/** The text that came with the request of this page; null for a page that was asked for by its address alone. */
export const postedText = (): string | null => storage().getStore() ?? null;
