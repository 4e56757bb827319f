import { expect, test } from "vitest";
import { at, did, phase, procedure, runOf, step } from "@/test/run-plans";
import { movesBetween } from "../replay/journal";
import { roundsOf } from "./rounds";

test("going back keeps what was recorded within reach, round by round", () => {
  const states = [runOf(procedure("p", phase("steps", [step("a"), step("b")])))];
  for (const action of ["complete a primera", "reopen a otra vez", "fail a segunda", "reopen a y otra", "complete a"])
    states.push(did(states.at(-1) as (typeof states)[number], action));
  const events = states.slice(1).map((after, index) => {
    const data = JSON.parse(JSON.stringify({ moves: movesBetween(states[index] as (typeof states)[number], after) }));
    return { at, actorName: "Ana", data };
  });
  expect(roundsOf("a", events).map(({ state, note, by }) => [state, note, by])).toEqual([
    ["done", "primera", "Ana"],
    ["failed", "segunda", "Ana"],
  ]);
  expect(roundsOf("b", events)).toEqual([]);
});
