import { describe, expect, test } from "vitest";
import { nextAttempt, troubleIn } from "./status";

describe("the next attempt", () => {
  test.for([
    ["synced", 0, 60_000],
    ["diverged", 0, 60_000],
    ["behind", 0, 500],
    ["waiting", 1, 5_000],
    ["waiting", 2, 10_000],
    ["waiting", 5, 60_000],
    ["waiting", 500, 60_000],
  ] as const)("after %s with %d failures comes in %d ms", ([state, failures, pause]) => {
    expect(nextAttempt({ state, failures })).toBe(pause);
  });
});

describe("an administrator is told unasked", () => {
  test.for([
    ["diverged", 0, "diverged"],
    ["waiting", 1, null],
    ["waiting", 3, "waiting"],
    ["behind", 0, null],
    ["synced", 0, null],
    ["none", 0, null],
  ] as const)("of %s with %d failures: %s", ([state, failures, told]) => {
    expect(troubleIn({ state, failures })).toBe(told);
  });
});
