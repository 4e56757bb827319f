import type { RunView, StepView } from "../schema";

export type VariableUse = {
  variable: RunView["declared"][number];
  /** The steps whose commands hold it, in order. */
  steps: { id: string; title: string }[];
};

/**
 * The variables that the run's commands hold: those of the step on screen first, and among them the ones still to be filled.
 * @param isEmpty whether a variable is to be filled
 */
export function variableUses(
  run: Pick<RunView, "declared" | "steps">,
  shown: StepView | null,
  isEmpty: (name: string) => boolean,
) {
  const uses = run.declared.flatMap((variable): VariableUse[] => {
    const steps = run.steps.filter(({ commands }) => commands.some((one) => one.placeholders.includes(variable.name)));
    return steps.length === 0 ? [] : [{ variable, steps: steps.map(({ id, title }) => ({ id, title })) }];
  });
  const here = ({ steps }: VariableUse) => steps.some(({ id }) => id === shown?.id);
  const emptyFirst = (a: VariableUse, b: VariableUse) =>
    Number(isEmpty(b.variable.name)) - Number(isEmpty(a.variable.name));
  return {
    needed: uses.filter(here).toSorted(emptyFirst),
    others: uses.filter((use) => !here(use)).toSorted(emptyFirst),
  };
}
