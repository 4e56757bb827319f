import { expect, test } from "vitest";
import { conflicts, type Draft, toSend, unsettled } from "./drafts";
import type { VariableState } from "./values";

const draft = (value: string, base: number, more: Partial<Draft> = {}): Draft => ({
  value,
  base,
  problem: null,
  ...more,
});
const state = (value: string | null, version: number, by: string | null = null): VariableState => ({
  value,
  version,
  source: by ? "hand" : "default",
  detail: null,
  by: by ? { id: by, name: by } : null,
  at: null,
  otherwise: null,
});

test.each([
  ["nobody changed it", draft("b", 1), state("a", 1), false],
  ["somebody else did", draft("b", 1), state("c", 2, "luis"), true],
  ["they put the same", draft("b", 1), state("b", 2, "luis"), false],
  ["it was this person, whose answer comes after the stream", draft("bc", 1), state("b", 2, "ana"), false],
  ["an adopted step brought it", draft("b", 0), undefined, false],
])("a draft while %s", (_what, one, now, expected) => {
  expect(conflicts(one, now, "ana")).toBe(expected);
});

test("what was refused waits for another value, and what is in conflict for a decision", () => {
  const refused = { why: "pattern", value: "x y", text: "" } as const;
  const drafts = { A: draft("a", 1), B: draft("x y", 1, { problem: refused }), C: draft("c", 1), D: draft("", 3) };
  const states = { A: state(null, 1), B: state(null, 1), C: state("z", 2, "luis"), D: state("d", 3, "ana") };
  expect(toSend(drafts, states, "ana", true)).toEqual({
    variables: { A: "a", D: null },
    expectedVersions: { A: 1, D: 3 },
  });
  const corrected = { ...drafts, B: draft("xy", 1, { problem: refused }) };
  expect(toSend(corrected, states, "ana", false).variables).toHaveProperty("B", "xy");
});

test("a draft is over once it stands in the run", () => {
  expect(unsettled({ A: draft("a", 1), B: draft("b", 1) }, { A: state("a", 2), B: state(null, 1) })).toEqual({
    B: draft("b", 1),
  });
});

test("an emptied field is not sent before it is left, and never where nobody had set a value", () => {
  const drafts = { A: draft("", 1), B: draft("", 2) };
  const states = { A: state("default", 1), B: state("b", 2, "ana") };
  expect(toSend(drafts, states, "ana", false).variables).toEqual({});
  expect(toSend(drafts, states, "ana", true).variables).toEqual({ B: null });
});
