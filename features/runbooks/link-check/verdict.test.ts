import { describe, expect, test } from "vitest";
import { type Answer, isAlive, isOffline, type Known, verdictOf } from "./verdict";

const start = new Date("2026-01-15T03:00:00Z");
const fresh: Known = { state: "unknown", failures: 0, firstFailedAt: null };
const ok: Answer = { kind: "ok", status: 200 };
const gone: Answer = { kind: "failed", why: "status", status: 404 };
const silent: Answer = { kind: "failed", why: "timeout", status: null };

/** What becomes of an address that gets these answers, each when it is asked again. */
function asked(...answers: Answer[]) {
  let known = { ...fresh, nextAt: start };
  return answers.map((answer) => {
    known = verdictOf(known, answer, known.nextAt);
    return [known.state, (known.nextAt.getTime() - start.getTime()) / 86_400_000];
  });
}

describe("an address", () => {
  test("is asked once a day while it answers", () => {
    expect(asked(ok, ok)).toEqual([
      ["ok", 1],
      ["ok", 2],
    ]);
  });

  test("is broken after three failures over more than a day, asked ever more rarely", () => {
    expect(asked(gone, gone, gone, gone, gone)).toEqual([
      ["failing", 1],
      ["failing", 3],
      ["broken", 7],
      ["broken", 14],
      ["broken", 21],
    ]);
  });

  test("is not broken by failures of one day", () => {
    const known: Known = { state: "failing", failures: 5, firstFailedAt: start };
    expect(verdictOf(known, gone, new Date(start.getTime() + 23 * 3_600_000)).state).toBe("failing");
  });

  test("is well again with its first answer", () => {
    expect(asked(gone, gone, gone, ok).at(-1)?.[0]).toBe("ok");
    expect(verdictOf({ state: "broken", failures: 3, firstFailedAt: start }, ok, start)).toMatchObject({
      failures: 0,
      firstFailedAt: null,
    });
  });

  test.each([{ kind: "private" }, { kind: "refused" }] as const)("that is $kind is never broken", (answer) => {
    expect(verdictOf({ state: "broken", failures: 9, firstFailedAt: start }, answer, start)).toMatchObject({
      state: answer.kind,
      failures: 0,
    });
  });
});

test.each([
  [200, true],
  [301, true],
  [401, true],
  [403, true],
  [404, false],
  [410, false],
  [429, true],
  [500, false],
  [503, false],
])("a status of %i is a sign of life: %s", (status, alive) => {
  expect(isAlive(status)).toBe(alive);
});

describe("a round of answers", () => {
  const from = (...answers: Answer[]) => answers.map((answer, n) => ({ host: `h${n}`, answer }));
  test.each([
    ["of three hosts that are all silent says that the network is away", from(silent, silent, silent), true],
    ["of two says nothing of the network", from(silent, silent), false],
    ["in which one answers says that it is there", from(silent, silent, silent, gone), false],
    ["of one host only says nothing either", from(silent, silent, silent).map((one) => ({ ...one, host: "h" })), false],
  ])("%s", (_, answers, offline) => {
    expect(isOffline(answers)).toBe(offline);
  });
});
