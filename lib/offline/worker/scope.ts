/**
 * The parts of a service worker's global scope that ours uses (W3C Service Workers, 4.1). TypeScript has them in a library that
 * cannot be loaded beside that of pages, and a program has one set of libraries.
 */
export type ExtendableEvent = Event & { waitUntil: (work: Promise<unknown>) => void };

export type FetchEvent = ExtendableEvent & {
  request: Request;
  respondWith: (answer: Response | Promise<Response>) => void;
};

export type WorkerMessageEvent = ExtendableEvent & { data: unknown; ports: readonly MessagePort[] };

type Events = {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
  message: WorkerMessageEvent;
};

export type WorkerScope = {
  location: { origin: string };
  clients: {
    claim: () => Promise<void>;
    matchAll: (options?: { includeUncontrolled?: boolean }) => Promise<{ postMessage: (message: unknown) => void }[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: <Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void) => void;
};
