import type { RefusedValue } from "./change";
import type { VariableState } from "./values";

/** A value as somebody types it, until it is kept with the run. */
export type Draft = {
  value: string;
  /** The version that stood there when the typing began. */
  base: number;
  /** Why exactly this value was not taken. */
  problem: { why: RefusedValue["why"] | "failed"; value: string; text: string } | null;
};
export type Drafts = Record<string, Draft>;
type States = Record<string, VariableState>;

/** Whether somebody else changed a variable while this draft was typed. */
export const conflicts = (draft: Draft, state: VariableState | undefined, me: string | null): boolean =>
  state !== undefined &&
  state.version > draft.base &&
  (state.value ?? "") !== draft.value &&
  (me === null || state.by?.id !== me);

/**
 * What is to be sent: all drafts that are neither refused as they are nor in conflict.
 * @param left whether the field was left: an emptied one may only be on its way to another value
 */
export function toSend(drafts: Drafts, states: States, me: string | null, left: boolean) {
  const ready = Object.entries(drafts).filter(
    ([name, draft]) =>
      draft.problem?.value !== draft.value &&
      !conflicts(draft, states[name], me) &&
      (draft.value !== "" || (left && states[name]?.source === "hand")),
  );
  return {
    variables: Object.fromEntries(ready.map(([name, { value }]) => [name, value === "" ? null : value])),
    expectedVersions: Object.fromEntries(ready.map(([name]) => [name, states[name]?.version ?? 0])),
  };
}

/** The drafts without those that stand in the run as they were typed. */
export function unsettled(drafts: Drafts, states: States): Drafts {
  const open = Object.entries(drafts).filter(([name, { value }]) => (states[name]?.value ?? "") !== value);
  return open.length === Object.keys(drafts).length ? drafts : Object.fromEntries(open);
}

/** The drafts without the emptied ones, whose fields were left: what stands in the run shows again. */
export const withoutEmptied = (drafts: Drafts): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([, { value }]) => value !== ""));

/** The values for the commands: what is being typed stands before what is kept. */
export const withDrafts = (values: Record<string, string>, drafts: Drafts): Record<string, string> => ({
  ...values,
  ...Object.fromEntries(Object.entries(drafts).map(([name, { value }]) => [name, value])),
});
