import { AsyncLocalStorage } from "node:async_hooks";

// The server in front and Next's pages have module copies of their own.
const shared = globalThis as typeof globalThis & { bitacoraCapture?: AsyncLocalStorage<true> };

const storage = (): AsyncLocalStorage<true> => {
  shared.bitacoraCapture ??= new AsyncLocalStorage();
  return shared.bitacoraCapture;
};

/** Answers a request of the portal's own, for a page that is kept and shown to everybody who may read. No request from outside gets here. */
export const captured = <T>(answer: () => T): T => storage().run(true, answer);

/** Whether the page that is being made is for keeping: nobody in particular reads it, and whether they may is asked when it is shown. */
export const isCaptured = (): boolean => storage().getStore() === true;
