import type { Lines, ProcedurePlace } from "./places";
import type { Blame, Touch } from "./porcelain";

export type BlamedCommand = { lang: string; text: string; touch: Touch | null };
export type BlamedStep = {
  id: string;
  title: string;
  type: "step" | "decision";
  touch: Touch | null;
  commands: BlamedCommand[];
};
export type BlamedProcedure = { id: string; title: string; touch: Touch | null; steps: BlamedStep[] };

export type RunbookBlame = {
  path: string;
  /** The names that it has gone by, its own first, for what was recorded under the older ones. */
  names: string[];
  /** Null where HEAD holds a text that the gate refuses. */
  procedures: BlamedProcedure[] | null;
};

/** The commit that last touched each procedure, step and command: the newest of those of its lines. */
export const blameByStep = (places: ProcedurePlace[], blame: Blame): BlamedProcedure[] =>
  places.map(({ id, title, lines, steps }) => ({
    id,
    title,
    touch: newest(blame, [lines]),
    steps: steps.map((step) => ({
      id: step.id,
      title: step.title,
      type: step.type,
      touch: newest(blame, step.lines),
      commands: step.commands.map(({ lang, text, lines: own }) => ({ lang, text, touch: newest(blame, [own]) })),
    })),
  }));

function newest(blame: Blame, parts: Lines[]): Touch | null {
  let found: Touch | null = null;
  for (const { first, last } of parts) {
    for (let line = first; line <= last; line += 1) {
      const touch = blame.get(line);
      if (touch && (!found || touch.at > found.at)) found = touch;
    }
  }
  return found;
}
