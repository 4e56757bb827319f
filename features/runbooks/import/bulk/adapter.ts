import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { maxFileBytes, typeOf } from "../../files/schema";
import { isNewRunbookPath } from "../../git/content-file";
import { parse } from "../../pipeline/parse";
import { report } from "../../pipeline/problem";
import { relativeAddresses } from "../addresses/addresses";
import { movedAddresses } from "../addresses/moves";
import { decode } from "../decode";
import { sourceStream } from "../equivalence/source-stream";
import { importMarkdown } from "../import-markdown";
import { limits, refusalOfPath, type SourceFile, type Sources } from "../sources/source-file";
import { linesOf, refusalOf, type Target, targetOf } from "./plan";

export type BulkOptions = {
  /** The folder of the runbooks, absolute. */
  out: string;
  service: string | null;
  lang: string | null;
  owner: string | null;
  structure: boolean;
  repair: boolean;
  dryRun: boolean;
};

export type FileReport = {
  name: string;
  /** Where it was written, or would be; null where it was refused. */
  written: string | null;
  refused: string | null;
  lines: string[];
  proposals: number;
};

/** Imports texts one after the other; nothing that exists is written over, and nothing half-written is left. */
export function* importAll(sources: Sources, options: BulkOptions): Generator<FileReport> {
  const taken = new Set<string>();
  const targets = sources.texts.map((file) => {
    const target = unused(targetOf(file, options.service), taken);
    taken.add(target.path);
    return { file, target };
  });
  // Files keep their places beside the texts; only links between texts lead somewhere else.
  const texts = new Map(targets.map(({ file, target }) => [file.path, target.path]));
  for (const { file, target } of targets) yield importOne(file, target, texts, sources.others, options);
}

/** The second text of a name gets a number. */
function unused(target: Target, taken: Set<string>): Target {
  let path = target.path;
  for (let number = 2; taken.has(path); number++) path = `${target.path.slice(0, 150)}-${number}`;
  return { ...target, path };
}

function importOne(
  file: SourceFile,
  target: Target,
  texts: ReadonlyMap<string, string>,
  others: Sources["others"],
  options: BulkOptions,
): FileReport {
  const refuse = (refused: string, lines: string[] = []): FileReport => ({
    name: file.name,
    written: null,
    refused,
    lines,
    proposals: 0,
  });
  if (file.size > limits.text)
    return refuse(`it has ${Math.ceil(file.size / 1024)} kB; at most ${limits.text / 1024} kB are read. Split it.`);
  if (!isNewRunbookPath(target.path)) return refuse(`\`${target.path}\` cannot be the path of a runbook`);
  const absolute = path.join(options.out, `${target.path}.mdx`);
  const inTheWay = [absolute, absolute.replace(/x$/, "")].find((one) => existsSync(one));
  if (inTheWay) return refuse(`${path.relative("", inTheWay)} exists already, and nothing is written over`);
  let bytes: Uint8Array;
  try {
    bytes = file.read();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { lang, owner, repair } = options;
  const relative = relativeAddresses(parse(decode(bytes).text, "md", report("")) ?? { type: "root", children: [] });
  const { addresses } = movedAddresses(relative, file.path, target.service, { texts, files: new Set() });
  const imported = importMarkdown(bytes, { path: target.path, file: file.name, lang, owner, repair, addresses });
  const all = options.structure ? imported.proposals.map((one) => one.id) : [];
  const result =
    all.length > 0
      ? imported.take(all)
      : { mdx: imported.mdx ?? "", problems: imported.problems, equivalence: imported.equivalence };
  const refused = refusalOf(imported, result);
  if (refused) return refuse(refused, linesOf(imported));
  const lines = [...linesOf(imported), ...bringAlong(file, bytes, target, others, options)];
  if (!options.dryRun) {
    const failed = writeNew(options.out, absolute, result.mdx);
    if (failed) return refuse(failed, lines);
  }
  return { name: file.name, written: path.relative("", absolute), refused: null, lines, proposals: all.length };
}

/** Images and files that a text refers to by a relative address are copied to the same place beside the runbook. */
function bringAlong(
  file: SourceFile,
  bytes: Uint8Array,
  target: Target,
  others: Sources["others"],
  options: BulkOptions,
): string[] {
  const wanted = new Set(sourceStream(decode(bytes).text, 1).carried.map((one) => one.text.split(/[?#]/)[0] ?? ""));
  const lines: string[] = [];
  for (const address of wanted) {
    if (/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(address) || !typeOf(address)) continue;
    const place = path.posix.normalize(decodeAddress(address));
    const source = others.get(path.join(path.dirname(file.name), place)) ?? besideOnDisk(file, place);
    const reason = refusalOfPath(place) ?? (source ? null : "it is not there") ?? tooLarge(source);
    if (reason || !source) {
      lines.push(`look at ${address}: not taken along, ${reason ?? "it is not there"}`);
      continue;
    }
    const absolute = path.join(options.out, target.service, ...place.split("/"));
    const content = source.read();
    if (existsSync(absolute)) {
      const same = lstatSync(absolute).isFile() && readFileSync(absolute).equals(content);
      if (!same) lines.push(`look at ${address}: another file of that name stands beside the runbook`);
      continue;
    }
    const failed = options.dryRun ? null : writeNew(options.out, absolute, content);
    lines.push(failed ? `look at ${address}: ${failed}` : `note ${address}: taken along`);
  }
  return lines;
}

const tooLarge = (source: SourceFile | null | undefined) =>
  source && source.size > maxFileBytes ? `it is larger than ${maxFileBytes / 1e6} MB` : null;

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What lies beside a text that was given by itself. */
function besideOnDisk(file: SourceFile, place: string): SourceFile | null {
  if (refusalOfPath(place) || /\.zip\//i.test(file.name)) return null;
  const name = path.join(path.dirname(file.name), place);
  const stat = lstatSync(name, { throwIfNoEntry: false });
  return stat?.isFile() ? { name, path: place, size: stat.size, read: () => readFileSync(name) } : null;
}

/** Writes a file that is not there yet. @returns why it could not, in words */
function writeNew(root: string, absolute: string, content: string | Uint8Array): string | null {
  for (let folder = path.dirname(absolute); folder.length > root.length; folder = path.dirname(folder)) {
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) return `${path.relative("", folder)} is not a folder`;
  }
  try {
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, content, { flag: "wx" });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
