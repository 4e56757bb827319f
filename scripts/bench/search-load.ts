import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

/** Requests at a time. */
export const atOnce = 8;

/** Times in milliseconds; `cpu` is what this process spent on each request. */
export type Asked = { requests: number; rate: number; p50: number; p95: number; p99: number; cpu: number };

const run = promisify(execFile);

/** Has every query asked over HTTP by another process, and answers with what `answer` makes of it. */
export async function askOverHttp(queries: string[], answer: (query: string) => Buffer): Promise<Asked> {
  const server = createServer((request, response) => {
    const body = answer(new URL(request.url ?? "/", "http://localhost").searchParams.get("q") ?? "");
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const client = path.join(import.meta.dirname, "search-client.ts");
  const before = process.cpuUsage();
  try {
    const { stdout } = await run(process.execPath, ["--import", "tsx", client, url, JSON.stringify(queries)], {
      maxBuffer: 1 << 26,
    });
    const { user, system } = process.cpuUsage(before);
    const { times, ms } = JSON.parse(stdout) as { times: number[]; ms: number };
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0;
    return {
      requests: times.length,
      rate: (1_000 * times.length) / ms,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      cpu: (user + system) / 1_000 / times.length,
    };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
