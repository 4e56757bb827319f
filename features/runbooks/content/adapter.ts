import { createHash } from "node:crypto";
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Problem, RunbookPath } from "../artifact";
import { maxBytes } from "../pipeline/gate";
import { problem } from "../pipeline/problem";
import { postMortemFolder } from "../post-mortem-matter";
import { kebab } from "../schema";

/** A runbook's file as the disk shows it, not yet read. */
export type RunbookFile = {
  path: RunbookPath;
  format: "mdx" | "md";
  absolute: string;
  /** Changes whenever the file does, but for a second change within one tick of the file system's clock. */
  version: string;
  /** When the file last changed, as the file system says. Milliseconds. */
  changedAt: number;
};

/** A folder whose version changes when a name in it comes, goes or is replaced. */
export type Folder = { absolute: string; version: string; changedAt: number };

export type Listing = { files: RunbookFile[]; folders: Folder[]; problems: Problem[] };

const start = { line: 1, column: 1 };
const isRunbookName = (name: string) => /\.mdx?$/i.test(name);

/**
 * The runbooks under a folder whose sub-folders are services. Symbolic links are not followed, what lies too deep or
 * exists twice is a problem, and anything that is no runbook is none of ours.
 * @param root absolute; a missing folder holds no runbooks.
 */
export function listRunbookFiles(root: string): Listing {
  const steps = lookThrough(root);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, letting others have their turn in between: 10,000 files take some 60 ms. */
export async function lookAround(root: string): Promise<Listing> {
  const steps = lookThrough(root);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

/** Files that are looked at in one go. */
const atOnce = 250;

function* lookThrough(root: string): Generator<void, Listing> {
  const listing: Listing = { files: [], folders: [], problems: [] };
  addFolder(root, listing);
  const report = (rule: Parameters<typeof problem>[1], file: string, values: Record<string, string>) =>
    listing.problems.push(problem(file, rule, start, values));
  for (const service of entries(root)) {
    if (service.name.startsWith(".")) continue;
    if (service.isSymbolicLink()) report("symlink", service.name, { path: service.name });
    else if (service.isDirectory()) {
      if (!kebab.test(service.name))
        report("path-name", service.name, { name: service.name, example: "agente-hotelero-api" });
      else yield* listService(root, service.name, listing, report);
    } else if (isRunbookName(service.name) && !/^readme\./i.test(service.name))
      report("path-depth", service.name, { path: service.name });
  }
  return listing;
}

function* listService(
  root: string,
  service: string,
  listing: Listing,
  report: (rule: "symlink" | "path-depth" | "path-twice", file: string, values: Record<string, string>) => void,
): Generator<void, void> {
  const taken = new Set<string>();
  addFolder(path.join(root, service), listing);
  for (const entry of entries(path.join(root, service))) {
    const relative = `${service}/${entry.name}`;
    if (entry.name.startsWith(".")) continue;
    if (entry.isSymbolicLink()) report("symlink", relative, { path: relative });
    else if (entry.isDirectory()) {
      for (const nested of entries(path.join(root, relative))) {
        if (isRunbookName(nested.name))
          report("path-depth", `${relative}/${nested.name}`, { path: `${relative}/${nested.name}` });
      }
    } else if (entry.isFile() && isRunbookName(entry.name)) {
      const file = runbookFile(root, relative);
      if (file && taken.has(file.path)) report("path-twice", relative, { path: file.path });
      else if (file && listing.files.push(file) % atOnce === 0) yield;
      if (file) taken.add(file.path);
    }
  }
}

/** The post-mortems of a folder, which has no folders. @param root absolute; a missing one holds none. */
export function listPostMortemFiles(root: string): RunbookFile[] {
  return entries(root).flatMap((entry) => {
    const isOne = entry.isFile() && !entry.name.startsWith(".") && /\.mdx$/i.test(entry.name);
    const file = isOne ? runbookFile(root, entry.name) : null;
    return file ? [{ ...file, path: `${postMortemFolder}/${file.path}` }] : [];
  });
}

// Before its names are read, so that what comes meanwhile shows later.
function addFolder(absolute: string, { folders }: Listing): void {
  const seen = versionOf(absolute);
  if (seen) folders.push({ absolute, ...seen });
}

function entries(folder: string): Dirent[] {
  try {
    // `.mdx` sorts after `.md`; reversed, the richer of two files of one name comes first.
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? 1 : -1));
  } catch {
    return [];
  }
}

function runbookFile(root: string, relative: string): RunbookFile | null {
  const absolute = path.join(root, relative);
  const seen = versionOf(absolute);
  if (!seen) return null;
  const format = /\.mdx$/i.test(relative) ? "mdx" : "md";
  return { path: relative.replace(/\.mdx?$/i, ""), format, absolute, ...seen };
}

/** How a file or folder is now; null when it is not there. */
export function versionOf(absolute: string): { version: string; changedAt: number } | null {
  try {
    const { mtimeMs, ctimeMs, size, ino } = lstatSync(absolute);
    // The time of the last change, which nobody can set back, beside that of the last writing, which `touch` and `cp -p` can.
    return { version: `${mtimeMs}-${ctimeMs}-${size}-${ino}`, changedAt: ctimeMs };
  } catch {
    return null;
  }
}

export type ReadResult = { source: string } | { problem: Problem };

/**
 * Reads one runbook, refusing symbolic links, paths that leave `root`, files over the size cap (by their size, before
 * they are read) and what is not UTF-8.
 * @param name how problems name the file.
 */
export function readRunbookFile(root: string, absolute: string, name: string): ReadResult {
  const refuse = (rule: Parameters<typeof problem>[1], values: Record<string, string> = {}) => ({
    problem: problem(name, rule, start, values),
  });
  try {
    const stat = lstatSync(absolute);
    if (stat.isSymbolicLink()) return refuse("symlink", { path: name });
    if (!isInside(realpathSync(root), realpathSync(absolute))) return refuse("path-escape", { path: name });
    if (stat.size > maxBytes) {
      return refuse("file-too-large", { size: String(Math.ceil(stat.size / 1024)), limit: String(maxBytes / 1024) });
    }
    return { source: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(absolute)) };
  } catch (error) {
    if (error instanceof TypeError) return refuse("not-text");
    const code = error instanceof Error && "code" in error ? String(error.code) : "EIO";
    return refuse("file-unreadable", { reason: code });
  }
}

/** Whether an absolute path lies inside a folder, both with their links resolved. */
export function isInside(folder: string, absolute: string): boolean {
  const relative = path.relative(folder, absolute);
  return relative !== "" && !relative.startsWith(`..${path.sep}`) && relative !== ".." && !path.isAbsolute(relative);
}

export const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** The id that git gives to a file of this text (SHA-1 of its blob), hex. */
export function blobHash(source: string): string {
  const bytes = Buffer.from(source, "utf8");
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
