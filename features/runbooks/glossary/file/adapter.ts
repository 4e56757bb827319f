import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { contentPath } from "@/lib/env";
import type { Problem } from "../../artifact";
import { problem } from "../../pipeline/problem";
import { setExtraMeanings } from "../../search/glossary";
import { type Glossary, glossaryFile, limits, parseGlossary, searchLines } from "../meaning";

/** The glossary as it lies on the disk, with what the search goes by; an absent file is an empty one. */
export type GlossaryOnDisk = Glossary & { text: string; lines: readonly string[] };
type State = { file: string; version: string; checkedAt: number; look: Promise<void> | null; held: GlossaryOnDisk };

/** How old what is known may be. Milliseconds. */
const recheckAfter = 500;
/** From here on somebody who asks has it looked at, and does not wait for that. */
const lookAfter = 250;
const empty: GlossaryOnDisk = { text: "", meanings: [], problems: [], lines: [] };

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraGlossary?: State };

function state(): State {
  const file = contentPath(glossaryFile);
  if (shared.bitacoraGlossary?.file !== file) {
    shared.bitacoraGlossary = { file, version: "", checkedAt: Number.NEGATIVE_INFINITY, look: null, held: empty };
  }
  return shared.bitacoraGlossary;
}

/**
 * The glossary as it is on the disk, at most half a second old, whoever changed it: an editor here, git, or somebody at a shell.
 * The search goes by the same. Never throws: what cannot be read is a problem, and what was known before still counts.
 */
export async function glossary(): Promise<GlossaryOnDisk> {
  const current = state();
  const age = performance.now() - current.checkedAt;
  if (age >= lookAfter) {
    current.look ??= look(current).finally(() => {
      current.look = null;
    });
    if (age >= recheckAfter) await current.look;
  }
  return current.held;
}

/** Makes the next reader look at the disk again, as after a publication. */
export function lookAgainAtGlossary(): void {
  state().checkedAt = Number.NEGATIVE_INFINITY;
}

async function look(current: State): Promise<void> {
  const startedAt = performance.now();
  const found = await lstat(current.file).catch(() => null);
  const version = found ? `${found.mtimeMs} ${found.size} ${found.ino} ${found.isFile()}` : "none";
  if (version !== current.version) {
    const read = found ? await readGlossaryFile(current.file) : { text: "" };
    if ("text" in read) {
      const parsed = parseGlossary(read.text);
      current.held = { text: read.text, ...parsed, lines: searchLines(parsed) };
    } else current.held = { ...current.held, problems: [read.problem] };
    setExtraMeanings(current.held.lines);
    current.version = version;
  }
  current.checkedAt = startedAt;
}

/** Reads a glossary, never through a link. @param name of the file in the problem */
export async function readGlossaryFile(
  absolute: string,
  name: string = glossaryFile,
): Promise<{ text: string } | { problem: Problem }> {
  const refused = (rule: Parameters<typeof problem>[1], values: Record<string, string>) => ({
    problem: problem(name, rule, { line: 1, column: 1 }, values),
  });
  const kb = (bytes: number) => String(Math.ceil(bytes / 1_000));
  try {
    const info = await lstat(absolute);
    if (!info.isFile()) return refused("symlink", { path: name });
    if (info.size > limits.bytes) return refused("file-too-large", { size: kb(info.size), limit: kb(limits.bytes) });
    const file = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.readFile());
      return { text };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof TypeError) return refused("not-text", {});
    return refused("file-unreadable", { reason: error instanceof Error && "code" in error ? String(error.code) : "?" });
  }
}
