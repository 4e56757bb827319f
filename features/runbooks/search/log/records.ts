import { isCode } from "../codes";
import { fold } from "../fold";
import { withoutNoise } from "../noise";
import { severityOf } from "./level";
import { readLine } from "./read-line";
import { splitLines } from "./split-lines";
import { frameKind, isOwnFrame } from "./traces";

/** All the lines of a log that say the same, as one. */
export type LogRecord = {
  /** What it says, without when and by whom. */
  message: string;
  /** As it was pasted, without colours. */
  text: string;
  /** Of the first of them, from 1. */
  line: number;
  /** How many say the same. */
  times: number;
  /** How much it is worth looking at. */
  weight: number;
  /** Where in our own code its stack trace was. */
  frame?: string;
};

export type Log = { records: LogRecord[]; total: number; read: number; frames: number };

const longestLine = 2_000;
/** Records that are compared as exactly as the search compares. */
const mostExact = 300;

/**
 * Reads a log into what it says: every message once with how often, stack traces folded into the exception they are of, the
 * severe and the rare first.
 * @param limit lines at most; of more, the first and the last are read
 */
export function readLog(text: string, limit: number): Log {
  const { lines, total } = splitLines(text, limit);
  const kinds = new Map<string, LogRecord>();
  let frames = 0;
  let last: LogRecord | undefined;
  let frame: string | undefined;
  let before: string | undefined;
  for (const { text: raw, line } of lines) {
    const kind = frameKind(raw, before);
    before = raw;
    if (kind) {
      frames += 1;
      if (kind === "frame" && isOwnFrame(raw)) {
        // Python names the exception after its frames, the innermost last; everybody else before them, the innermost first.
        if (/^\s*File "/.test(raw)) frame = raw.trim();
        else if (last && !last.frame) last.frame = raw.trim().slice(0, 300);
      }
      continue;
    }
    const shown = raw.slice(0, longestLine).trimEnd();
    if (shown.trim().length < 3) continue;
    last = enter(kinds, shown, line, frame);
    frame = undefined;
  }
  return { records: exact([...kinds.values()].sort(byWeight)), total, read: lines.length, frames };
}

function enter(kinds: Map<string, LogRecord>, text: string, line: number, frame: string | undefined): LogRecord {
  const rough = roughly(text);
  const known = kinds.get(rough);
  if (known) {
    known.times += 1;
    return known;
  }
  const { text: message, level } = readLine(text);
  const weight = severityOf(message, level) * (isCode(message) ? 1.2 : 1);
  const made = { message, text, line, times: 1, weight, ...(frame ? { frame } : {}) };
  kinds.set(rough, made);
  return made;
}

/** Cheap, for thousands of lines: numbers, and words that hold one, are the same as all others. */
const roughly = (text: string): string => text.replace(/[\w-]*\d[\w-]*/g, "#").replace(/#(?:[\s.,:/#-]*#)+/g, "#");

/** Of the best, those that differ only in what varies are one. */
function exact(records: LogRecord[]): LogRecord[] {
  const kinds = new Map<string, LogRecord>();
  for (const record of records.slice(0, mostExact)) {
    const kind = fold(withoutNoise(record.message)).replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
    const known = kinds.get(kind);
    if (!known) kinds.set(kind, { ...record });
    else {
      known.times += record.times;
      if (!known.frame && record.frame) known.frame = record.frame;
      if (record.weight === known.weight && record.line < known.line)
        Object.assign(known, { line: record.line, text: record.text });
    }
  }
  return [...kinds.values()].sort(byWeight);
}

/** What is logged again and again tells less than what was logged once; of equals, what came last is nearer to the end. */
const worth = ({ weight, times }: LogRecord) => weight / (1 + 0.1 * Math.log10(times));
const byWeight = (a: LogRecord, b: LogRecord) => worth(b) - worth(a) || b.line - a.line;
