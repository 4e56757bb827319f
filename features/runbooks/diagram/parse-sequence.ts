import { labelOf } from "./flow-label";
import { mostCharacters } from "./flowchart";
import { linesOf, takeWords } from "./lines";
import type { Sequence } from "./sequence";

/** In sequences quotes are a part of the text, and a word before it may say how it breaks. */
const textOf = (written: string): string | null => (/^ ?(?:"|(?:no)?wrap:)/u.test(written) ? null : labelOf(written));

/** Beyond these the browser draws it, as with `mostCharacters`. */
const mostParticipants = 12;
const mostEvents = 150;

/** A name, with spaces, dots and single hyphens in it. */
const name = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_. ]|-(?=[\p{L}\p{N}_]))*`;
const declared = new RegExp(`^(participant|actor) (${name}?)(?: as (.+))?$`, "u");
const message = new RegExp(`^(${name}?) ?(-->>|->>|-->|->) ?([+-]?) ?(${name}?) ?:(.*)$`, "u");
const note = new RegExp(`^note (?:(left|right) of|(over)) (${name}?)(?: ?, ?(${name}?))? ?:(.*)$`, "iu");
const activity = new RegExp(`^(activate|deactivate) (${name}?)$`, "u");
/** What a frame may be, and which word begins another part of it. */
const frames = new Map([
  ["loop", null],
  ["opt", null],
  ["break", null],
  ["alt", "else"],
  ["par", "and"],
  ["critical", "option"],
]);
/** What decides how it looks, numbers it or has participants come and go; and what ends a statement, or begins an entity or a comment. */
const beyondDrawing = /^(?:title|autonumber|box|rect|create|destroy|links?|properties|details)\b|;|%%/iu;

/**
 * Reads a sequence diagram of Mermaid (https://mermaid.js.org/syntax/sequenceDiagram.html).
 * @returns null for anything that is not understood in full, so that nothing is drawn otherwise than it was meant
 */
export function parseSequence(text: string): Sequence | null {
  if (text.length > mostCharacters) return null;
  const [first, ...lines] = linesOf(text);
  if (first !== "sequenceDiagram") return null;
  const reader = readerOf({ title: null, description: null, participants: new Map(), events: [] });
  return lines.every(reader.take) ? reader.finished() : null;
}

function readerOf(sequence: Sequence) {
  const { participants, events } = sequence;
  const open: string[] = [];
  const working = new Map<string, number>();

  const known = (id: string) => {
    if (!participants.has(id)) participants.set(id, { id, label: id, isPerson: false });
    return id;
  };
  const work = (of: string, starts: boolean): boolean => {
    const depth = (working.get(of) ?? 0) + (starts ? 1 : -1);
    working.set(of, depth);
    events.push({ kind: "activity", of, starts });
    return depth >= 0;
  };

  function declare([, kind = "", id = "", as]: RegExpExecArray): boolean {
    const label = textOf(as ?? id);
    if (label === null || label === "" || participants.has(id)) return false;
    participants.set(id, { id, label, isPerson: kind === "actor" });
    return true;
  }
  function send([, from = "", arrow = "", sign = "", to = "", written = ""]: RegExpExecArray): boolean {
    const text = textOf(written);
    if (text === null) return false;
    const ends = { from: known(from), to: known(to) };
    events.push({ kind: "message", ...ends, text, dotted: arrow.startsWith("--"), head: arrow.endsWith(">>") });
    // `+` has the receiver begin to work, `-` the sender stop.
    return sign === "" || work(sign === "+" ? to : from, sign === "+");
  }
  function remark([, side, over, first = "", last, written = ""]: RegExpExecArray): boolean {
    const text = textOf(written);
    if (text === null || (!over && last !== undefined)) return false;
    const place = over ? "over" : side?.toLowerCase() === "left" ? "left" : "right";
    events.push({ kind: "note", side: place, first: known(first), last: known(last ?? first), text });
    return true;
  }
  function frame(line: string): boolean {
    const [word = ""] = line.split(" ", 1);
    const text = textOf(line.slice(word.length));
    if (text === null) return false;
    if (word === "end") {
      events.push({ kind: "close" });
      return text === "" && open.pop() !== undefined;
    }
    const isPart = open.length > 0 && frames.get(open.at(-1) ?? "") === word;
    if (!isPart && !frames.has(word)) return false;
    if (!isPart) open.push(word);
    events.push({ kind: isPart ? "part" : "open", word, text });
    return true;
  }
  return {
    take(line: string): boolean {
      if (beyondDrawing.test(line)) return false;
      const one = declared.exec(line);
      if (one) return declare(one);
      const remarked = note.exec(line);
      if (remarked) return remark(remarked);
      const active = activity.exec(line);
      if (active) return work(known(active[2] ?? ""), active[1] === "activate");
      const sent = message.exec(line);
      if (sent) return send(sent);
      return takeWords(sequence, line) || frame(line);
    },
    finished(): Sequence | null {
      const isSmall = participants.size > 0 && participants.size <= mostParticipants && events.length <= mostEvents;
      const isClosed = open.length === 0 && [...working.values()].every((depth) => depth === 0);
      return isSmall && isClosed ? sequence : null;
    },
  };
}
