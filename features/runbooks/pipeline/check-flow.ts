import { backwardQuestions, endlessLoops, type Loop } from "./endless";
import type { Flow } from "./flow";
import type { Report } from "./problem";

/** `a → b → a`: the questions of a loop, round to the first. */
export const chainOf = ({ questions }: Loop): string => {
  const shown = questions.length > 6 ? [...questions.slice(0, 6), "…"] : questions;
  return [...shown, questions[0] ?? ""].join(" → ");
};

/** Loops inside one runbook: one that never ends is refused, one that only a check can end is advised against. */
export function checkFlow(flow: Flow, report: Report): void {
  const endless = endlessLoops([flow]);
  for (const loop of endless) report.add("endless-loop", loop.at, { chain: chainOf(loop) });
  const refused = new Set(endless.flatMap(({ questions }) => questions));
  for (const loop of backwardQuestions(flow)) {
    const [question = ""] = loop.questions;
    if (!refused.has(question)) report.add("backward-question", loop.at, { question });
  }
}
