import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { openStreams } from "@/lib/server/open-streams";
import { type EventStream, eventStreamResponse, pour } from "./event-stream";
import { outletOfServer } from "./outlet";

const soon = { timeout: 10_000, interval: 10 };
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

/** A server whose every answer is an event stream; `streams` are those that are open. */
async function streamServer() {
  const streams: EventStream[] = [];
  const server = createServer((_, response) => {
    const request = new Request("http://portal.example");
    const answer = eventStreamResponse(request, async (stream) => void streams.push(stream));
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    pour(answer, () => outletOfServer(response));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, streams };
}

const listen = (port: number) =>
  new Promise<{ text: () => string; answer: IncomingMessage }>((resolve) => {
    let said = "";
    get({ port, host: "127.0.0.1" }, (answer) => {
      answer.setEncoding("utf8").on("data", (text: string) => (said += text));
      answer.on("error", () => {});
      resolve({ text: () => said, answer });
    });
  });

test("what is sent arrives as server-sent events, written out once for all of the readers", async () => {
  const { port, streams } = await streamServer();
  const readers = await Promise.all([listen(port), listen(port), listen(port)]);
  await vi.waitFor(() => expect(streams).toHaveLength(3), soon);
  let written = 0;
  const data = { toJSON: () => ++written };
  for (const stream of streams) stream.send({ event: "entry", id: 7, data });
  for (const { text } of readers)
    await vi.waitFor(() => expect(text()).toContain("id: 7\nevent: entry\ndata: 1\n\n"), soon);
  for (const { answer } of readers) expect(answer.headers["cache-control"]).toBe("no-cache, no-transform");
  for (const stream of streams) stream.send({ event: "entry", id: 8, data });
  for (const { text } of readers)
    await vi.waitFor(() => expect(text()).toContain("id: 8\nevent: entry\ndata: 2\n\n"), soon);
});

test("a reader that takes nothing is cut off, and holds nobody else", async () => {
  const { port, streams } = await streamServer();
  await vi.waitFor(() => expect(openStreams()).toBe(0), soon);
  const reader = await listen(port);
  const dead = connect(port, "127.0.0.1").on("error", () => {});
  dead.pause();
  dead.write("GET / HTTP/1.1\r\nhost: portal.example\r\n\r\n");
  await vi.waitFor(() => expect(streams).toHaveLength(2), soon);
  const [live, stuck] = streams as [EventStream, EventStream];
  const data = "x".repeat(100_000);
  for (let id = 1; !stuck.signal.aborted; id++) {
    for (const stream of streams) stream.send({ event: "entry", id, data });
    await live.drained();
    expect(id).toBeLessThan(1_000); // a socket takes a few megabytes and no more
  }
  live.send({ event: "entry", id: 9_999, data: "the last" });
  await vi.waitFor(() => expect(reader.text()).toContain("id: 9999\n"), soon);
  expect(live.signal.aborted).toBe(false);
  expect(openStreams()).toBe(1);
  dead.destroy();
});

test("a reader that leaves ends its stream", async () => {
  const { port, streams } = await streamServer();
  const { answer } = await listen(port);
  await vi.waitFor(() => expect(streams).toHaveLength(1), soon);
  answer.destroy();
  await vi.waitFor(() => expect(streams[0]?.signal.aborted).toBe(true), soon);
});

test("read as a body it says the same, and waits for its reader", async () => {
  let stream: EventStream | undefined;
  const answer = eventStreamResponse(new Request("http://portal.example"), async (given) => {
    stream = given;
    given.send({ event: "entry", id: 1, data: "x".repeat(300_000) });
    await given.drained();
    given.send({ event: "entry", id: 2, data: "then" });
  });
  expect(stream).toBeUndefined();
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  let text = "";
  while (!text.includes("id: 2")) text += Buffer.from((await reader.read()).value ?? []).toString();
  expect(text).toContain('data: "then"\n\n');
  await reader.cancel();
  expect(stream?.signal.aborted).toBe(true);
});
