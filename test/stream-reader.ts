import type { EventStream, StreamEvent } from "@/lib/realtime/event-stream";

/** A reader of an event stream that keeps what it is sent. `slow` takes nothing more until `wake` is called. */
export function streamReader({ slow = false } = {}) {
  const events: StreamEvent[] = [];
  const ended = new AbortController();
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const stream: EventStream = {
    send: (event) => events.push(event),
    drained: () => (slow ? asleep : Promise.resolve()),
    close: () => ended.abort(),
    signal: ended.signal,
  };
  const of = (name: string) => events.filter(({ event }) => event === name);
  return { stream, events, of, wake };
}
