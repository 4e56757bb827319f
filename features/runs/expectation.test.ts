import { describe, expect, test } from "vitest";
import { propose } from "./expectation";

const expecting = (...patterns: (string | null)[]) => patterns.map((matches) => ({ matches, text: "" }));

describe("propose", () => {
  test("finds what was expected and says where", () => {
    const output = '{"status": "healthy", "db": true}';
    expect(propose(expecting('"status": *"(ready|healthy)"'), output)).toEqual({
      verdict: "passed",
      ranges: [[1, 20]],
    });
  });

  test("reads ^ and $ line by line", () => {
    expect(propose(expecting("^\\s*[0-4]\\s*$"), "$ wc -l\n3\n")).toMatchObject({ verdict: "passed" });
    expect(propose(expecting("^\\s*[0-4]\\s*$"), "31\n")).toEqual({ verdict: "failed", ranges: [] });
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

  test("answers within a second for a pattern and a megabyte that would hang a backtracking engine", () => {
    const begun = performance.now();
    expect(propose(expecting("(a+)+$"), `${"a".repeat(200_000)}!`)).not.toBeUndefined();
    expect(propose(expecting("(x|x)*y"), "x".repeat(1_000_000))).toMatchObject({ verdict: "failed" });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
