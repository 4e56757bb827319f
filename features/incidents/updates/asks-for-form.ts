import { fold, verbs } from "../quick/words";

/** Whether a line is `/update` and nothing more: whoever writes that wants the form. */
export function asksForForm(line: string): boolean {
  const word = /^\/(\p{L}+)\s*$/u.exec(line.trim())?.[1];
  const verb = word ? verbs.get(fold(word)) : undefined;
  return verb?.does === "entry" && verb.kind === "update";
}
