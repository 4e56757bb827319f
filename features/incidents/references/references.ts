import { fold } from "../quick/words";

/** A part of a text that names something: [from, to) in UTF-16 units, with its sign. */
export type Reference =
  | { type: "step"; from: number; to: number; id: string }
  | { type: "person"; from: number; to: number; name: string };

/** How many references of a text are looked at. */
const most = 20;

// Not inside a word or an address: `x#y` and `/page#y` name nothing. Ids of steps are kebab-case (FORMAT.md).
const stepPattern = /(?<![\p{L}\p{N}_#&/.-])#([a-z0-9][a-z0-9_-]{0,199})(?![\p{L}\p{N}_])/giu;
const atPattern = /(?<![\p{L}\p{N}_@/.+-])@(?=\p{L})/gu;

/** Ids that a text writes as `#id`, each once, in order. Whether a step has that id is for somebody else to say. */
export function stepIdsIn(text: string): string[] {
  if (!text.includes("#")) return [];
  const ids = new Set<string>();
  for (const [, id = ""] of text.matchAll(stepPattern)) {
    ids.add(id.replace(/-+$/, ""));
    if (ids.size === most) break;
  }
  return [...ids];
}

/** The references of a text to steps and people that exist; what names nobody and nothing is text. In order, without overlaps. */
export function referencesIn(
  text: string,
  steps: ReadonlySet<string>,
  people: readonly { name: string }[],
): Reference[] {
  const found: Reference[] = [];
  if (steps.size > 0 && text.includes("#")) {
    for (const match of text.matchAll(stepPattern)) {
      const id = (match[1] ?? "").replace(/-+$/, "");
      if (steps.has(id)) found.push({ type: "step", from: match.index, to: match.index + 1 + id.length, id });
      if (found.length === most) break;
    }
  }
  if (people.length > 0 && text.includes("@")) {
    for (const match of text.matchAll(atPattern)) {
      const person = personAt(text, match.index + 1, people);
      if (person) found.push({ type: "person", from: match.index, ...person });
      if (found.length === 2 * most) break;
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/**
 * Who is named at a place of a text: by the whole name, by the name without spaces or with dots (`ana.gomez`), or by a first name
 * that only one of them has.
 */
function personAt(text: string, at: number, people: readonly { name: string }[]) {
  const written = text.slice(at, at + 120);
  const whole = people
    .filter(({ name }) => startsWithName(written, name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (whole) return { to: at + whole.name.length, name: whole.name };
  const word = /^[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/u.exec(written)?.[0] ?? "";
  const fits = (match: (name: string) => boolean) => {
    const [one, ...others] = people.filter(({ name }) => match(fold(name)));
    return one && others.length === 0 ? { to: at + word.length, name: one.name } : null;
  };
  const wanted = fold(word);
  return (
    fits((name) => name.replaceAll(/[\s._-]/g, "") === wanted.replaceAll(/[._-]/g, "")) ??
    fits((name) => name.split(/\s+/)[0] === wanted)
  );
}

function startsWithName(written: string, name: string): boolean {
  if (fold(written.slice(0, name.length)) !== fold(name)) return false;
  return !/[\p{L}\p{N}_]/u.test(written[name.length] ?? "");
}
