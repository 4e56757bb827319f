import { describe, expect, test } from "vitest";
import { before, movedTrailer, restoredTrailer, trailsOf, withoutTrails } from "./trail";

const a = "runbooks/api/a.mdx";
const b = "runbooks/pagos/b.md";

describe("what a commit records of where a file came from", () => {
  test.each([
    ["a move", `Se entiende mejor.\n\n${movedTrailer(a, b)}`, b, a],
    ["a move, asked for another file of the same commit", movedTrailer(a, b), a, null],
    ["a file that is back", restoredTrailer(a), a, a],
    ["nothing", "Corrige el paso.", a, null],
    ["words that only look alike", `No es ${movedTrailer(a, b)}`, b, null],
    ["a way out of the content folder", "Runbook-moved: ../../etc/passwd runbooks/api/a.mdx", a, null],
    ["a file that is no runbook", "Runbook-moved: runbooks/api/a.png runbooks/api/a.mdx", a, null],
  ])("%s", (_, body, file, expected) => {
    expect(before({ body }, file)).toBe(expected);
  });

  test("is read in its order and left out of what people see", () => {
    const body = `Por qué.\n\n${movedTrailer(a, b)}\n${restoredTrailer(a)}`;
    expect(trailsOf({ body }).map(({ kind }) => kind)).toEqual(["moved", "restored"]);
    expect(withoutTrails(body)).toBe("Por qué.");
  });
});
