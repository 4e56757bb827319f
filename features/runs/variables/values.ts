import type { Variable } from "@/features/runbooks/plan";

/** Where a value comes from, the most trusted first. */
export const valueSources = ["hand", "label", "incident", "default"] as const;
export type ValueSource = (typeof valueSources)[number];

/** A value that a source gave when the run started; `detail` names the label or the field. */
export type GivenValue = { value: string; source: Exclude<ValueSource, "hand">; detail: string | null };
type HandValue = { value: string; byId: string | null; by: string; at: string };

/** What a run keeps of one variable; never of a secret. */
export type KeptValue = {
  hand: HandValue | null;
  given: GivenValue | null;
  /** Raised by every change; a change may name the version that its author saw. */
  version: number;
};
export type KeptValues = Record<string, KeptValue>;

/** A variable as the run shows it. */
export type VariableState = {
  /** Null while it is to be filled. */
  value: string | null;
  source: ValueSource | null;
  detail: string | null;
  by: { id: string | null; name: string } | null;
  at: string | null;
  version: number;
  /** What stands there once the value set by hand is taken away. */
  otherwise: string | null;
};

/** The `variables` column of a run. */
export const keptValues = (column: unknown): KeptValues => (column ?? {}) as KeptValues;

const given = ({ default: value, secret }: Variable): GivenValue | null =>
  value !== null && !secret ? { value, source: "default", detail: null } : null;

/** Each variable of the plan with its value. One that came with an adopted step has its default until somebody sets it. */
export function variableStates(variables: Variable[], kept: KeptValues): Record<string, VariableState> {
  return Object.fromEntries(variables.map((variable) => [variable.name, stateOf(variable, kept[variable.name])]));
}

export function stateOf(variable: Variable, kept: KeptValue | undefined): VariableState {
  const { hand, version } = kept ?? { hand: null, version: 0 };
  const source = kept ? kept.given : given(variable);
  const otherwise = source?.value ?? null;
  if (!hand) {
    const { value = null, source: from = null, detail = null } = source ?? {};
    return { value, source: from, detail, by: null, at: null, version, otherwise };
  }
  const by = { id: hand.byId, name: hand.by };
  return { value: hand.value, source: "hand", detail: null, by, at: hand.at, version, otherwise };
}

/** The values alone, by name. */
export const valuesOf = (states: Record<string, VariableState>): Record<string, string> =>
  Object.fromEntries(Object.entries(states).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])));
