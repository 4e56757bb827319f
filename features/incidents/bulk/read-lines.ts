import { instantOf, instantsOf, wallOf } from "../quick/zone";
import { type LineTime, lineTime } from "./line-time";

/** One entry to be, out of the lines that were pasted. */
export type PastedEntry = {
  at: Date;
  /** Its lines, with the name of who wrote them before the first: `ana: restarted db-2`. */
  body: string;
  /** It would lie ahead: its time has to be corrected, or it stays out. */
  future: boolean;
};

/** Entries that are made of one paste at most; what is longer is a file. */
export const mostLines = 2_000;

/** A clock that goes back by more than this has passed midnight; by less, lines are out of order. In minutes. */
const backOverMidnight = 6 * 60;
const skewMs = 60_000;

/**
 * Reads lines with times, as they come out of a chat, a log or a list. A line without a time belongs to the one above. Where no
 * day is said, the last line is the last time that the clock showed it, and days are counted back at each midnight.
 * @param zone of times that do not say theirs: IANA name or offset
 * @returns the entries in the order of the lines; none when fewer than two lines have a time
 */
export function readLines(text: string, now: Date, zone: string): PastedEntry[] {
  const blocks = blocksOf(text, new Date(now.getTime() + 86_400_000));
  if (blocks.length < 2) return [];
  const days = daysOf(
    blocks.map(({ time }) => time),
    now,
    zone,
  );
  let last = Number.NEGATIVE_INFINITY;
  return blocks.map(({ time, lines }, index) => {
    const at = time.instant ?? placed(time, days[index] ?? 0, last, zone);
    last = at.getTime();
    return { at, body: bodyOf(time.author, lines), future: at.getTime() > now.getTime() + skewMs };
  });
}

type Block = { time: LineTime; lines: string[] };

function blocksOf(text: string, latest: Date): Block[] {
  const blocks: Block[] = [];
  const before: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const time = blocks.length < mostLines ? lineTime(line, latest) : null;
    const current = blocks.at(-1);
    if (time) blocks.push({ time, lines: [...before.splice(0), time.rest] });
    else if (current) current.lines.push(line);
    else if (line.trim() !== "") before.push(line);
  }
  return blocks.filter(({ time, lines }) => bodyOf(time.author, lines) !== "");
}

function bodyOf(author: string | null, lines: string[]): string {
  const text = lines
    .join("\n")
    .trim()
    .replace(/\n{3,}/g, "\n\n");
  return author && text !== "" ? `${author}: ${text}` : text;
}

/** The day of each line in the zone: as it says, or counted from those that say it, or so that the last one is in the past. */
function daysOf(times: LineTime[], now: Date, zone: string): number[] {
  const offsets: number[] = [];
  let offset = 0;
  let before: LineTime | null = null;
  for (const time of times) {
    if (before) {
      const back = minutesOf(before) - minutesOf(time);
      if (time.day !== null && before.day !== null) offset += time.day - before.day;
      else if (back > backOverMidnight) offset += 1;
    }
    offsets.push(offset);
    before = time;
  }
  const today = wallOf(now, zone).day;
  const said = times.findIndex(({ day }) => day !== null);
  const base = said < 0 ? today - offset : (times[said]?.day ?? today) - (offsets[said] ?? 0);
  const days = times.map(({ day }, index) => day ?? base + (offsets[index] ?? 0));
  const ahead =
    said < 0 && times.some((time, index) => placed(time, days[index] ?? 0, 0, zone).getTime() > now.getTime() + skewMs);
  return ahead ? days.map((day) => day - 1) : days;
}

const minutesOf = ({ hour, minute }: LineTime) => hour * 60 + minute;

/** In the hour that comes twice, the turn that keeps the lines in order. */
function placed({ hour, minute, second }: LineTime, day: number, last: number, zone: string): Date {
  const wall = { day, hour, minute };
  const candidates = instantsOf(wall, zone).map((at) => at.getTime() + second * 1_000);
  const at = candidates.find((each) => each >= last) ?? candidates.at(-1);
  return new Date(at ?? instantOf(wall, zone).getTime() + second * 1_000);
}
