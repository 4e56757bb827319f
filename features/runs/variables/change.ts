import { matchesWhole } from "@/features/runbooks/pipeline/pattern";
import type { Variable } from "@/features/runbooks/plan";
import { AppError } from "@/lib/errors/app-error";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import type { SetVariables } from "../schema";
import { type KeptValues, stateOf } from "./values";

export type VariableChange = { name: string; from: string | null; to: string | null };

/** Why a value is not taken; the reader may correct it. */
export type RefusedValue = { name: string; why: "pattern" | "nul" | "secret"; pattern: string | null };

type Change = Pick<SetVariables, "variables" | "expectedVersions"> & {
  by: { id: string | null; name: string };
  at: Date;
};

/**
 * Sets values by hand, or takes them away so that what a source gave stands again. All of them or none; who writes what stands
 * there already changes nothing.
 * @throws `validation_failed` for a name that the runbook does not use, and for a secret; `variable_conflict` where somebody else
 * changed it meanwhile, with what stands there; `variable_refused` where a value lacks the form asked for
 */
export function changeVariables(variables: Variable[], kept: KeptValues, change: Change) {
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  checkNames(known, change);
  const changes: VariableChange[] = [];
  const conflicts: { name: string; value: string | null; version: number }[] = [];
  const refused: RefusedValue[] = [];
  const after = { ...kept };
  for (const [name, wanted] of Object.entries(change.variables)) {
    const variable = known.get(name);
    if (!variable) continue;
    const state = stateOf(variable, kept[name]);
    const to = wanted === null || wanted.trim() === "" ? null : wanted;
    const same = to === null ? state.source !== "hand" : to === state.value;
    if (same) continue;
    const expected = change.expectedVersions?.[name];
    if (expected !== undefined && expected !== state.version) conflicts.push({ name, ...state });
    const why = to === null ? null : refusal(variable, to);
    if (why) refused.push({ name, why, pattern: why === "pattern" ? variable.pattern : null });
    const { id: byId, name: by } = change.by;
    const hand = to === null ? null : { value: to, byId, by, at: change.at.toISOString() };
    const given = kept[name]?.given ?? null;
    after[name] = { hand, given: kept[name] ? given : stateAsGiven(state), version: state.version + 1 };
    changes.push({ name, from: state.value, to: stateOf(variable, after[name]).value });
  }
  if (conflicts.length > 0) throw new AppError("variable_conflict", { conflicts });
  if (refused.length > 0) throw new AppError("variable_refused", { refused, asked: asked(refused) });
  return { after, changes };
}

const asked = (refused: RefusedValue[]) =>
  refused.map(({ name, why, pattern }) => `${name}: ${pattern ?? why}`).join(", ");

function checkNames(known: ReadonlyMap<string, Variable>, { variables }: Change): void {
  const issues = Object.keys(variables)
    .filter((name) => known.get(name)?.secret !== false)
    .map((name) => ({ path: `variables.${name}`, code: "custom", message: known.has(name) ? "secret" : "unknown" }));
  if (issues.length > 0) throw new AppError("validation_failed", { issues });
}

function refusal({ pattern }: Variable, value: string): RefusedValue["why"] | null {
  if (value.includes("\0")) return "nul";
  if (pattern && !matchesWhole(pattern, value)) return "pattern";
  // Nobody types a private key by chance: it stays with the person, as a declared secret would.
  return maskSecrets(value) === value ? null : "secret";
}

const stateAsGiven = ({ value }: { value: string | null }) =>
  value === null ? null : ({ value, source: "default", detail: null } as const);
