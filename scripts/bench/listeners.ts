import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { milliseconds, percentile } from "./world";

/** Something that takes a line and shows it to whoever listens. */
export type Chain = {
  stream: { url: string; headers?: Record<string, string> };
  /** Writes a line that holds `mark`; resolves when it is durable. */
  write: (mark: string) => Promise<void>;
};

/** Milliseconds from sending a line until the first, and until the last, listener had it. */
export type Spread = { lines: number; each: { p50: number; p99: number }; all: { p50: number; p99: number } };

/** Lines that are written one after the other, and those before them that do not count. */
const lines = { counted: 60, before: 10 };
const patienceMs = 30_000;

/**
 * Opens that many streams and writes lines, each after everybody has the one before.
 * @throws Error when somebody does not get a line within 30 s
 */
export async function measureListeners(chain: Chain, listeners: number): Promise<Spread> {
  const agent = new http.Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  let arrived: (mark: string) => void = () => {};
  const open = await Promise.all(
    Array.from({ length: listeners }, () => listen(chain, agent, (mark) => arrived(mark))),
  );
  await sleep(500); // whatever is sent on opening
  const each: number[] = [];
  const all: number[] = [];
  for (let n = 0; n < lines.before + lines.counted; n++) {
    const took: number[] = [];
    const wanted = `mark-${n}-`;
    const began = performance.now();
    const everybody = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${took.length} of ${listeners} got the line`)), patienceMs);
      arrived = (mark) => {
        if (mark !== wanted) return;
        took.push(performance.now() - began);
        if (took.length < listeners) return;
        clearTimeout(late);
        resolve();
      };
    });
    await Promise.all([chain.write(wanted), everybody]);
    if (n < lines.before) continue;
    each.push(...took);
    all.push(Math.max(...took));
  }
  for (const request of open) request.destroy();
  agent.destroy();
  const of = (values: number[]) => ({ p50: percentile(values, 0.5), p99: percentile(values, 0.99) });
  return { lines: lines.counted, each: of(each), all: of(all) };
}

function listen(chain: Chain, agent: http.Agent, onMark: (mark: string) => void): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = http.get(chain.stream.url, { agent, headers: chain.stream.headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${chain.stream.url}: ${response.statusCode}`));
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        const [mark] = /mark-\d+-/.exec(text) ?? [];
        if (mark) onMark(mark);
      });
      response.on("error", () => {}); // we hang up at the end
      resolve(request);
    });
    request.on("error", reject);
  });
}

export const spread = ({ p50, p99 }: { p50: number; p99: number }) => `${milliseconds(p50)} / ${milliseconds(p99)}`;
