import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Problem, RunbookPath } from "../../artifact";
import type { Outline } from "../../pipeline/build-outline";
import { factsOf, noFacts, type Runbook, type RunbookFacts } from "../runbook";

/** What is in memory of each runbook as it is. Plain data: it goes through threads and into a file. */
export type Head = {
  path: RunbookPath;
  format: "mdx" | "md";
  /** Its name below the folder of runbooks, which may have another ending than the version that stands in for it. */
  file: string;
  /** Of the text that is served; null when none ever passed. */
  blob: string | null;
  stale: boolean;
  /** What was refused: the blob of the text on disk, or why it could not be read. Null when the file is served as it is. */
  refused: string | null;
  problems: Problem[];
  facts: RunbookFacts;
  says: Pick<Outline, "path" | "format" | "frontMatter" | "links"> | null;
};

/** A runbook as it is kept: its head, and everything else deflated. 10,000 of some 5 kB each take 40 MB like that. */
export type Kept = { head: Head; packed: Uint8Array | null };

type Rest = Omit<Outline, keyof NonNullable<Head["says"]>> & { source: string };

export function keep(
  identity: Pick<Head, "path" | "format" | "file" | "problems" | "stale" | "refused">,
  served: { source: string; blob: string; outline: Outline } | null,
): Kept {
  if (!served) return { head: { ...identity, blob: null, facts: noFacts, says: null }, packed: null };
  const { path, format, frontMatter, links, ...rest } = served.outline;
  const says = { path, format, frontMatter, links };
  const text = JSON.stringify({ ...rest, source: served.source } satisfies Rest);
  return {
    head: { ...identity, blob: served.blob, facts: factsOf(served.outline), says },
    // A copy of its own: what zlib returns lies in a buffer several times as large, which would go along to other threads.
    packed: new Uint8Array(deflateRawSync(text, { level: 4 })),
  };
}

/** The runbook that was kept. What is packed is unpacked when it is asked for, and stays for a while. */
export function keptRunbook({ head, packed }: Kept): Runbook {
  const { path, format, file, blob, stale, problems, facts, says } = head;
  const common = { path, format, file, service: path.split("/")[0] ?? "", blob, facts };
  if (!packed || !says) return { ...common, source: null, outline: null, problems, stale };
  const outline: Outline = {
    ...says,
    get plan() {
      return unpacked(packed).plan;
    },
    get toc() {
      return unpacked(packed).toc;
    },
    get sections() {
      return unpacked(packed).sections;
    },
    get anchors() {
      return unpacked(packed).anchors;
    },
    get variables() {
      return unpacked(packed).variables;
    },
    get flow() {
      return unpacked(packed).flow;
    },
    get warnings() {
      return unpacked(packed).warnings;
    },
  };
  return {
    ...common,
    get source() {
      return unpacked(packed).source;
    },
    outline,
    problems,
    stale,
  };
}

/** Runbooks that are held unpacked at a time, some 40 kB each. */
const held = 250;

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraUnpacked?: Map<Uint8Array, Rest> };

function unpacked(packed: Uint8Array): Rest {
  shared.bitacoraUnpacked ??= new Map();
  const ready = shared.bitacoraUnpacked;
  const rest = ready.get(packed) ?? (JSON.parse(inflateRawSync(packed).toString("utf8")) as Rest);
  ready.delete(packed);
  ready.set(packed, rest);
  const oldest = ready.size > held ? ready.keys().next().value : undefined;
  if (oldest) ready.delete(oldest);
  return rest;
}
