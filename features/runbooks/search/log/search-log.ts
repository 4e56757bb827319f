import { queryTerms } from "../query-terms";
import { group, hitsOf, present, type SearchResult } from "../search";
import type { SearchIndex } from "../search-index";
import type { StoredSection } from "../section-store";
import type { Accept } from "../standing";
import type { Hit } from "../support";
import { type LineReading, readMessage, readSection, type Why, whyOf } from "./match-line";
import { type LogRecord, readLog } from "./records";
import { shortened } from "./shorten";

/** A line of a log that speaks for a procedure. */
export type LogLine = {
  /** Of the first that says so, from 1. */
  line: number;
  /** As it was pasted, without colours, at most 400 characters. */
  text: string;
  /** Start and end of what matched, in UTF-16 units of `text`. */
  marks: [number, number][];
  /** How many lines say the same. */
  times: number;
  /** Where in our own code its stack trace was; empty when it has none. */
  frame: string;
  /** The results that it speaks for, by their place in `results`. */
  speaksFor: ({ result: number } & Why)[];
};

export type LogSearch = {
  results: SearchResult[];
  /** In the order of the log. */
  lines: LogLine[];
  /** Lines that were pasted, those that were read, and those that speak for no procedure. */
  counts: { lines: number; read: number; different: number; frames: number; unrelated: number };
};

/** Lines that are read; of more, the first and the last half. */
export const mostLogLines = 10_000;
/** Kinds of lines that are asked for: a log tells one story, and its first lines by weight tell it. */
const asked = 16;
/** What a further line adds to a section that another line found. */
const supporting = 0.35;

const near = 0.3;

type Asked = { record: LogRecord; reading: LineReading };
const placeOf = ({ path, section }: StoredSection) => `${path}#${section.anchor}`;
type Found = Hit & { best: number; from: Asked };

/**
 * Finds the procedures that a pasted log speaks for, and the lines that do: what it says is read once, whatever it repeats.
 * @param text up to 10,000 lines; nothing of it is kept
 * @param limit results at most
 */
export function searchLog(index: SearchIndex, text: string, limit = 10, accept?: Accept): LogSearch {
  const steps = logSteps(index, text, limit, accept);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Milliseconds of work between two looks at what else there is to do: about as long as others, who wait meanwhile, take for theirs. */
const sliceMs = 1;

/**
 * The same, which lets others go on now and then.
 * @param giveWay resolves when they have
 */
export async function searchLogBeside(
  index: SearchIndex,
  text: string,
  giveWay: () => Promise<unknown>,
  limit = 10,
  accept?: Accept,
): Promise<LogSearch> {
  const steps = logSteps(index, text, limit, accept);
  for (let began = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < sliceMs) continue;
    await giveWay();
    began = performance.now();
  }
}

/** Work that stands still now and then. */
type Steps<T> = Generator<undefined, T, unknown>;

/** Stands still after each of the lines that are asked for, and after each of the sections that are compared with them. */
function* logSteps(index: SearchIndex, text: string, limit: number, accept?: Accept): Steps<LogSearch> {
  const { records, total, read, frames } = readLog(text, mostLogLines);
  const counts = { lines: total, read, different: records.length, frames };
  const most = records[0]?.weight ?? 1;
  const found = new Map<string, Found>();
  const told: Asked[] = [];
  for (const record of records.slice(0, asked)) {
    yield;
    const terms = queryTerms(record.message, index);
    const from = { record, reading: readMessage(record.message, terms) };
    told.push(from);
    for (const { entry, score } of hitsOf(index, record.message, terms, accept))
      gather(found, entry, (score * record.weight) / most, from);
  }
  yield;
  const chosen = group([...found.values()].sort((a, b) => b.score - a.score)).slice(0, limit);
  const { lines, kept } = yield* linesOf(told, chosen, found);
  const results = kept.map((hit) => present(index, hit, found.get(placeOf(hit.entry))?.from.reading.terms ?? []));
  const related = lines.reduce((sum, { times }) => sum + times, 0);
  return { results, lines, counts: { ...counts, unrelated: Math.max(0, total - related) } };
}

function gather(found: Map<string, Found>, entry: StoredSection, score: number, from: Asked): void {
  const known = found.get(placeOf(entry));
  if (!known) {
    found.set(placeOf(entry), { entry, score, best: score, from });
    return;
  }
  const larger = Math.max(known.best, score);
  known.score += larger - known.best + supporting * Math.min(known.best, score);
  if (score > known.best) known.from = from;
  known.best = larger;
}

/** Says for each line which of the chosen it speaks for; what no line speaks for is no answer. */
function* linesOf(told: Asked[], chosen: Hit[], found: Map<string, Found>): Steps<{ lines: LogLine[]; kept: Hit[] }> {
  const kept: Hit[] = [];
  const speaking = new Map<Asked, LogLine["speaksFor"]>();
  for (const hit of chosen) {
    yield;
    const section = readSection(hit.entry.section);
    // What answers nearly as well as the best may do so by little: the line that brought it says by what.
    const first = hit.score >= near * (chosen[0]?.score ?? 0) ? found.get(placeOf(hit.entry))?.from : undefined;
    const reasons = told.flatMap((one) => {
      const why = whyOf(one.reading, section, one === first);
      return why ? [{ one, why }] : [];
    });
    if (reasons.length === 0) continue;
    for (const { one, why } of reasons)
      speaking.set(one, [...(speaking.get(one) ?? []), { result: kept.length, ...why }]);
    kept.push(hit);
  }
  const lines = [...speaking].map(([{ record }, speaksFor]) => {
    const words = new Set(speaksFor.flatMap((one) => one.words));
    return {
      line: record.line,
      times: record.times,
      frame: record.frame ?? "",
      ...shortened(record.text, words),
      speaksFor,
    };
  });
  return { lines: lines.sort((a, b) => a.line - b.line), kept };
}
