import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { percentile } from "./world";

/** Requests at a time. */
export const atOnce = 8;

/** What the client is told. `encoding` is what it accepts, as browsers do; nothing when it is left out. */
export type Asking = { url: string; queries: string[]; encoding?: string };

/** Times in milliseconds, and bytes of an answer on average. */
export type Asked = {
  requests: number;
  rate: number;
  bytes: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
};

/** Has another process ask a server everything once, `atOnce` at a time. */
export async function ask(asking: Asking): Promise<Asked> {
  const client = path.join(import.meta.dirname, "search-client.ts");
  const child = spawn(process.execPath, ["--import", "tsx", client], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(asking));
  const { times, bytes, ms } = JSON.parse(await text(child.stdout)) as { times: number[]; bytes: number; ms: number };
  return {
    requests: times.length,
    rate: (1_000 * times.length) / ms,
    bytes: bytes / times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    max: percentile(times, 1),
  };
}

/** The same of a server in this process, which answers with what `answer` makes of a query; `cpu` is what it spent on each. */
export async function askOverHttp(
  queries: string[],
  answer: (query: string) => Uint8Array,
): Promise<Asked & { cpu: number }> {
  const server = createServer((request, response) => {
    const body = answer(new URL(request.url ?? "/", "http://localhost").searchParams.get("q") ?? "");
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const before = process.cpuUsage();
  try {
    const asked = await ask({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, queries });
    const { user, system } = process.cpuUsage(before);
    return { ...asked, cpu: (user + system) / 1_000 / asked.requests };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
