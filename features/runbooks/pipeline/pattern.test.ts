import { expect, test } from "vitest";
import { checkPattern, matchesOutput } from "./pattern";

test.each(['"status": *"(ready|healthy)"', "(?i)ok", "^\\d+ rows?$", "[[:alpha:]]+", "\\pL+", "(?P<code>5\\d\\d)"])(
  "%s may run",
  (pattern) => {
    expect(checkPattern(pattern)).toBeNull();
  },
);

test.each(["(a+)+$", "(a*)*b", "(x+x+)+y", "((a|b)+)*"])("%s is refused as unsafe", (pattern) => {
  expect(checkPattern(pattern)?.rule).toBe("pattern-unsafe");
});

test.each(["(", "(?=a)", "(?<!a)b", "(a)\\1", "a{2000}"])("%s is refused as not RE2", (pattern) => {
  expect(checkPattern(pattern)?.rule).toBe("pattern-syntax");
});

test("pasted output matches anywhere, line by line for anchors", () => {
  expect(matchesOutput('"status": *"ready"', '{"status": "ready"}')).toBe(true);
  expect(matchesOutput("^ready$", "a\nready\nb")).toBe(true);
  expect(matchesOutput("READY", "ready")).toBe(false);
  expect(matchesOutput("(", "(")).toBe(false);
});
