import { registerStream } from "@/lib/server/open-streams";
import { type Outlet, outletOfBody } from "./outlet";

/** One server-sent event (WHATWG HTML, 9.2). `id` is what a browser sends back as `Last-Event-ID`. */
export type StreamEvent = { event: string; id?: number; data: unknown };

export type EventStream = {
  /** What is sent to many readers is written out once, as long as it is the same `data`. */
  send: (event: StreamEvent) => void;
  /** Resolves when the reader has taken what was sent: wait for it between pages of a long catch-up. */
  drained: () => Promise<void>;
  /** Ends the response; the browser connects again by itself. */
  close: () => void;
  /** Aborted when the stream ended, whoever ended it. */
  signal: AbortSignal;
};

const heartbeatMs = 15_000;
/** Bytes that may wait for a reader before `drained` holds the writer back. */
const highWater = 256 * 1024;
/** Bytes that may wait for a reader of live events; whoever is slower is cut off and catches up by number. */
const tooMuch = 2 * 1024 * 1024;
const stillHere = Buffer.from(": still here\n\n");
const greeting = Buffer.from("retry: 1000\n\n");

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  // `no-transform`: compression would hold events back until its buffer is full.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

type Begin = (outlet: Outlet) => void;
// The server in front and Next's routes have module copies of their own, but a response is answered by the one that made it.
const openings = new WeakMap<Response, Begin>();

/**
 * A response that stays open and takes events until the reader leaves, the server shuts down, or it falls too far behind.
 * Starts when somebody reads its body, or hands it an outlet with `pour`.
 * @param request its abort ends the stream
 * @param run starts sending; what it throws ends the stream
 */
export function eventStreamResponse(request: Request, run: (stream: EventStream) => Promise<void>): Response {
  const begin: Begin = (outlet) => start(request, outlet, run);
  const response = new Response(outletOfBody(begin), { headers });
  openings.set(response, begin);
  return response;
}

/**
 * Sends an event stream straight to where it goes, past the response's body: a thousand readers of one event cost a thousand
 * writes and nothing more.
 * @returns false when the response is no event stream of ours
 */
export function pour(response: Response, outlet: () => Outlet): boolean {
  const begin = openings.get(response);
  begin?.(outlet());
  return begin !== undefined;
}

function start(request: Request, outlet: Outlet, run: (stream: EventStream) => Promise<void>): void {
  const ended = new AbortController();
  const close = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    unregister();
    clearInterval(heartbeat);
    outlet.end();
  };
  const write = (bytes: Uint8Array) => {
    if (ended.signal.aborted) return;
    outlet.write(bytes);
    if (outlet.waiting() > tooMuch) close();
  };
  const stream: EventStream = {
    send: (event) => write(written(event)),
    drained: async () => {
      while (!ended.signal.aborted && outlet.waiting() > highWater) await outlet.taken();
    },
    close,
    signal: ended.signal,
  };
  const unregister = registerStream(close);
  const heartbeat = setInterval(() => write(stillHere), heartbeatMs).unref();
  outlet.whenGone(close);
  request.signal.addEventListener("abort", close, { once: true });
  write(greeting);
  run(stream).catch(close);
}

type Written = Pick<StreamEvent, "event" | "id"> & { bytes: Buffer };
const writtenBefore = new WeakMap<object, Written>();

function written({ event, id, data }: StreamEvent): Buffer {
  const shared = typeof data === "object" && data !== null ? data : null;
  const before = shared && writtenBefore.get(shared);
  if (before && before.event === event && before.id === id) return before.bytes;
  const bytes = Buffer.from(
    `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
  );
  if (shared) writtenBefore.set(shared, { event, id, bytes });
  return bytes;
}
