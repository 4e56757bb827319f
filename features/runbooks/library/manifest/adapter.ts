import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { dataPath } from "@/lib/env";
import { log } from "@/lib/log";
import { pipelineVersion } from "../../pipeline/adapter";
import type { Head, Kept } from "../packed/adapter";
import type { Stamp } from "../read/adapter";

/** A runbook with how its file was when it was read. */
export type Entry = { stamp: Stamp; kept: Kept };

// The first line says what follows and how many bytes of lines there are; then a line per runbook, then what is packed of each, then the SHA-256 of all that, in hex.
type Opening = { format: number; pipeline: number; root: string; lines: number };
type Line = { stamp: Stamp; head: Head; packed: number };

/** Raised whenever the lines are written differently. */
const format = 1;
const newline = 10;
const digestBytes = 64;
/** Runbooks that are written or read in one go, so that requests have their turn in between. */
const atOnce = 250;

const manifestFile = () => dataPath("cache", "library.manifest");

/** All runbooks as they were kept, by path; none when there is no manifest, or one of another version, folder or content. */
export async function readManifest(root: string): Promise<Map<string, Entry>> {
  try {
    const bytes = await readFile(manifestFile());
    const body = bytes.subarray(0, -digestBytes);
    const sum = createHash("sha256").update(body).digest("hex");
    if (sum !== bytes.subarray(-digestBytes).toString("latin1")) throw new Error("its checksum is another");
    return await entriesOf(body, root);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!missing) log.warn("the manifest of the runbooks is made anew", { error });
    return new Map();
  }
}

async function entriesOf(body: Buffer, root: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let start = body.indexOf(newline) + 1;
  const opening = JSON.parse(body.toString("utf8", 0, start)) as Opening;
  if (opening.format !== format || opening.pipeline !== pipelineVersion || opening.root !== root) return entries;
  const linesEnd = start + opening.lines;
  let rest = linesEnd;
  while (start < linesEnd) {
    const end = body.indexOf(newline, start);
    const { stamp, head, packed } = JSON.parse(body.toString("utf8", start, end)) as Line;
    entries.set(head.path, {
      stamp,
      kept: { head, packed: packed > 0 ? body.subarray(rest, rest + packed) : null },
    });
    start = end + 1;
    rest += packed;
    if (entries.size % atOnce === 0) await setImmediate();
  }
  return entries;
}

/** Written beside and renamed, so that no start ever meets half of it. What cannot be written is only slower next time. */
export async function writeManifest(root: string, entries: Iterable<Entry>): Promise<void> {
  const all = [...entries];
  const file = manifestFile();
  const draft = `${file}.${randomUUID()}`;
  try {
    const lines: Buffer[] = [];
    for (const [at, { stamp, kept }] of all.entries()) {
      const line: Line = { stamp, head: kept.head, packed: kept.packed?.byteLength ?? 0 };
      lines.push(Buffer.from(`${JSON.stringify(line)}\n`));
      if (at % atOnce === 0) await setImmediate();
    }
    await mkdir(path.dirname(file), { recursive: true });
    const bytes = lines.reduce((sum, line) => sum + line.length, 0);
    const opening: Opening = { format, pipeline: pipelineVersion, root, lines: bytes };
    await writeParts(draft, [
      Buffer.from(`${JSON.stringify(opening)}\n`),
      ...lines,
      ...all.flatMap(({ kept }) => kept.packed ?? []),
    ]);
    await rename(draft, file);
  } catch (error) {
    log.warn("the manifest of the runbooks was not written", { error });
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

async function writeParts(file: string, parts: Uint8Array[]): Promise<void> {
  const handle = await open(file, "wx");
  const sum = createHash("sha256");
  try {
    for (let at = 0; at < parts.length; at += atOnce) {
      const block = Buffer.concat(parts.slice(at, at + atOnce));
      sum.update(block);
      await handle.writeFile(block);
    }
    await handle.writeFile(sum.digest("hex"));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
