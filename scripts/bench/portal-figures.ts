import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { PortalProcess } from "../../test/portal-process";

/**
 * What a portal says of its own process. Bytes; ms of delay of its event loop since it was asked last; searches that it has answered so
 * far, and those of them that left at most 15 ms after they came.
 */
export type Figures = {
  resident: number;
  heap: number;
  delayP99: number;
  delayMax: number;
  searches: number;
  soon: number;
};

export async function figuresOf({ url }: PortalProcess): Promise<Figures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string) =>
    Number(new RegExp(`^${name.replace(/[{}]/g, "\\$&")} (\\S+)`, "m").exec(text)?.[1] ?? Number.NaN);
  const searches = (part: string, label: string) =>
    value(`bitacora_http_request_duration_seconds_${part}{${label}method="GET",route="api/search",status="2xx"}`) || 0;
  return {
    resident: value("process_resident_memory_bytes"),
    heap: value("nodejs_heap_size_used_bytes"),
    delayP99: 1_000 * value("nodejs_eventloop_lag_p99_seconds"),
    delayMax: 1_000 * value("nodejs_eventloop_lag_max_seconds"),
    searches: searches("count", ""),
    soon: searches("bucket", 'le="0.015",'),
  };
}

/** Processor time of a process so far, its threads included, in ms (proc(5): fields 14 and 15, in hundredths). */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process in bytes, now and at most (proc(5)). */
export async function memoryOf(pid: number): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const field = (name: string) => 1_024 * Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return { now: field("VmRSS"), most: field("VmHWM") };
}

/** Waits until a portal has read all runbooks, searches all of them and has nothing left to do. @returns milliseconds */
export async function untilRead({ url, pid }: PortalProcess): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { reading } = (await (await fetch(`${url}/readyz`)).json()) as { reading?: unknown };
    const { missing } = (await (await fetch(`${url}/api/v1/search?q=disco`)).json()) as { missing: number };
    if (!reading && missing === 0) break;
    await sleep(500);
  }
  const read = performance.now() - began;
  await untilCalm(pid); // what was read is saved within ten seconds
  return read;
}

/** Waits until a process does next to nothing for ten seconds and a bit. */
async function untilCalm(pid: number): Promise<void> {
  for (let before = processorMs(pid); ; ) {
    await sleep(calmMs);
    const now = processorMs(pid);
    if (now - before < calmMs / 4) return;
    before = now;
  }
}

const calmMs = 11_000;

/** Asks for something again and again until told to stop. @returns the way to stop, with the longest that an answer took in ms */
export function largestGap({ url }: PortalProcess): () => Promise<{ largest: number; answers: number }> {
  let going = true;
  let largest = 0;
  let answers = 0;
  const asking = (async () => {
    while (going) {
      const began = performance.now();
      await (await fetch(`${url}/api/v1/search?q=disco+${answers}`)).text();
      largest = Math.max(largest, performance.now() - began);
      answers += 1;
      await sleep(20);
    }
  })();
  return async () => {
    going = false;
    await asking;
    return { largest, answers };
  };
}
