import { describe, expect, test } from "vitest";
import { propose } from "./expectation";

const expecting = (...patterns: (string | null)[]) => patterns.map((matches) => ({ matches, text: "" }));

describe("propose", () => {
  test("finds what was expected and says where", () => {
    const output = '{"status": "healthy", "db": true}';
    expect(propose(expecting('"status": *"(ready|healthy)"'), output)).toEqual({
      verdict: "passed",
      ranges: [[1, 20]],
      missing: [],
    });
  });

  test("reads ^ and $ line by line", () => {
    expect(propose(expecting("^\\s*[0-4]\\s*$"), "$ wc -l\n3\n")).toMatchObject({ verdict: "passed" });
    expect(propose(expecting("^\\s*[0-4]\\s*$"), "31\n")).toEqual({
      verdict: "failed",
      ranges: [],
      missing: [{ pattern: "^\\s*[0-4]\\s*$", near: null }],
    });
  });

  test("wants every pattern", () => {
    expect(propose(expecting("ready", "db"), "ready")).toMatchObject({ verdict: "failed" });
    expect(propose(expecting("db", "ready"), "ready db")).toMatchObject({
      ranges: [
        [0, 5],
        [6, 8],
      ],
    });
  });

  test.each([
    ["nothing was pasted", ["ready"], "  \n"],
    ["only a person can judge", [null], "ready"],
    ["the pattern is not one", ["("], "ready"],
  ])("proposes nothing when %s", (_, patterns, output) => {
    expect(propose(expecting(...patterns), output)).toBeNull();
  });

  test("says what was found, what was not, and which line comes closest", () => {
    const output = 'HTTP/1.1 200 OK\n{"status": "unhealthy", "db": true}\nbye';
    expect(propose(expecting("200 OK", '"status": *"(ready|healthy)"'), output)).toEqual({
      verdict: "failed",
      ranges: [[9, 15]],
      missing: [{ pattern: '"status": *"(ready|healthy)"', near: [16, 51] }],
    });
    expect(propose(expecting("recuperado"), "otra cosa")?.missing).toEqual([{ pattern: "recuperado", near: null }]);
  });
});

describe("a megabyte against patterns that hang a backtracking engine", () => {
  const megabyte = (piece: string, end = "") => piece.repeat(Math.ceil(1_000_000 / piece.length)) + end;
  test.each([
    ["(a+)+$", megabyte("a", "!")],
    ["(x|x)*y", megabyte("x")],
    ["(.*)(.*)(.*)(.*)z$", megabyte("a")],
    ["(a?){50}a{50}b", megabyte("a", "b")],
    ["([a-z]+[0-9]*)+@[a-z]+", megabyte("ab1")],
    ["[a-q][^u-z]{13}x", megabyte("abcdefghijklmnopq")],
    ["(\\s*\\n)*end", `x${megabyte(" \n")}`],
    ['"status": *"(ready|healthy)"', megabyte('{"status": "unhealthy"}\n')],
    ["^\\s*[0-4]\\s*$", megabyte("line 31 foo\n")],
  ])("%s is answered within three seconds", (pattern, text) => {
    const begun = performance.now();
    expect(propose(expecting(pattern), text)).not.toBeNull();
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
