import type { LinkableStep } from "../references/schema";
import { incidentStatuses } from "../vocabulary";
import { fold, spellings, statusSpelling, verbs } from "./words";

/** What is being written at the caret: [from, to) with its sign, and the letters so far. */
export type Asked = { type: "verb" | "status" | "person" | "step"; from: number; to: number; query: string };

/** One line of the list: what it puts in the place of what was asked. */
export type Offer =
  | { type: "verb"; insert: string; word: string; does: string }
  | { type: "status"; insert: string; word: string }
  | { type: "person"; insert: string; name: string }
  | { type: "step"; insert: string; id: string; title: string; run: string };

/** Lines of the list at most: it stands over the timeline. */
const most = 7;

/** What could be completed where the caret is; null where nothing can. */
export function askedAt(text: string, caret: number): Asked | null {
  const before = text.slice(0, caret);
  const verb = /^(\s*(?:[^/\s]+\s+){0,4})\/(\p{L}*)$/u.exec(before);
  // A slash is a verb at the start or after a time; `/var/log` elsewhere is a path.
  if (verb) return { type: "verb", from: verb[1]?.length ?? 0, to: caret, query: verb[2] ?? "" };
  const status = /(?:^|\s)\/(?:estado|status)\s+(\p{L}*)$/iu.exec(before);
  if (status) return { type: "status", from: caret - (status[1] ?? "").length, to: caret, query: status[1] ?? "" };
  const step = /(?:^|[\s(])#([\p{L}\p{N}_-]*)$/u.exec(before);
  if (step) return { type: "step", from: caret - (step[1] ?? "").length - 1, to: caret, query: step[1] ?? "" };
  const person = /(?:^|[\s(])@((?:[\p{L}\p{N}._-]+(?: (?=[\p{L}\p{N}._-]*$))?){0,3})$/u.exec(before);
  if (person) return { type: "person", from: caret - (person[1] ?? "").length - 1, to: caret, query: person[1] ?? "" };
  return null;
}

type Known = { locale: "es" | "en"; people: readonly { name: string }[]; steps: readonly LinkableStep[] };

/** What to offer for it, the best first: what begins so, then what holds it. Nothing where only what is written would come. */
export function offersFor({ type, query }: Asked, { locale, people, steps }: Known): Offer[] {
  const wanted = fold(query);
  const ranked = <T>(all: readonly T[], names: (one: T) => string[]): T[] => {
    const rank = (one: T) => {
      const folded = names(one).map(fold);
      if (folded.some((name) => name.startsWith(wanted))) return 0;
      if (folded.some((name) => name.split(/[\s-]+/).some((word) => word.startsWith(wanted)))) return 1;
      return type === "step" && folded.some((name) => name.includes(wanted)) ? 2 : 3;
    };
    const sorted = all.map((one) => ({ one, rank: rank(one) })).filter((each) => each.rank < 3);
    return sorted
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ one }) => one);
  };
  switch (type) {
    case "verb":
      if (verbs.has(wanted) && wanted !== "") return [];
      return ranked(spellings, ({ es, en }) => [...es, ...en]).map(({ verb, ...words }) => {
        const word = words[locale][0];
        const does = verb.does === "entry" ? verb.kind : verb.does === "role" ? verb.role : verb.does;
        return { type, insert: `/${word} `, word, does };
      });
    case "status": {
      const words = incidentStatuses.map((status) => statusSpelling[status]);
      const found = ranked(words, ({ es, en }) => [...es, ...en]).map((each) => each[locale][0]);
      return found.some((word) => fold(word) === wanted)
        ? []
        : found.map((word) => ({ type, insert: `${word} `, word }));
    }
    case "person":
      if (people.some(({ name }) => fold(name) === wanted.trim())) return [];
      return ranked(people, ({ name }) => [name]).map(({ name }) => ({ type, insert: `@${name} `, name }));
    case "step":
      if (steps.some(({ stepId }) => stepId === wanted)) return [];
      return ranked(steps, ({ stepId, title }) => [stepId, title]).map(({ stepId, title, run }) => {
        return { type, insert: `#${stepId} `, id: stepId, title, run };
      });
  }
}

/** The text with the offer in the place of what was asked, and where the caret goes. */
export function accepted(text: string, { from, to }: Asked, { insert }: Offer): { text: string; caret: number } {
  const after = text.slice(to).replace(/^ /, "");
  return { text: text.slice(0, from) + insert + after, caret: from + insert.length };
}
