import { registerStream } from "@/lib/server/open-streams";

/** One server-sent event (WHATWG HTML, 9.2). `id` is what a browser sends back as `Last-Event-ID`. */
export type StreamEvent = { event: string; id?: number; data: unknown };

export type EventStream = {
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

/**
 * A response that stays open and takes events until the reader leaves, the server shuts down, or it falls too far behind.
 * @param request its abort ends the stream
 * @param run starts sending; what it throws ends the stream
 */
export function eventStreamResponse(request: Request, run: (stream: EventStream) => Promise<void>): Response {
  const ended = new AbortController();
  const encoder = new TextEncoder();
  let wake = () => {};
  let controller: ReadableStreamDefaultController<Uint8Array>;

  const close = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    unregister();
    clearInterval(heartbeat);
    wake();
    try {
      controller.close();
    } catch {
      // The reader cancelled: it is closed already.
    }
  };
  const write = (text: string) => {
    if (ended.signal.aborted) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) < -tooMuch) close();
  };
  const stream: EventStream = {
    send: ({ event, id, data }) =>
      write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    drained: async () => {
      while (!ended.signal.aborted && (controller.desiredSize ?? 0) <= 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close,
    signal: ended.signal,
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      pull: () => wake(),
      cancel: close,
    },
    { highWaterMark: highWater, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  const unregister = registerStream(close);
  const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs).unref();
  request.signal.addEventListener("abort", close, { once: true });
  write("retry: 1000\n\n");
  run(stream).catch(close);
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // `no-transform`: compression would hold events back until its buffer is full.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
