import { expect, test } from "vitest";
import { highlight } from "./highlight";

const textOf = (lines: ReturnType<typeof highlight>) =>
  lines.map((line) => line.map((token) => token.text).join("")).join("\n");

test.each([
  ["bash", `curl -H "Authorization: Bearer <token>" \\\n  http://x/\${PATH_OF}/$API_URL # <token>`],
  ["sql", "DELETE FROM t\nWHERE id = '<id>';"],
  ["brainfuck", "++ <x>\n\n--"],
])("no character of %s is lost", (lang, text) => {
  expect(textOf(highlight(lang, text, ["API_URL"]))).toBe(text);
});

test("a placeholder stays whole inside what is coloured", () => {
  const tokens = highlight("bash", 'curl -H "Bearer <token>" $API_URL/x', ["API_URL"]).flat();
  expect(tokens.filter((token) => token.placeholder)).toEqual([
    { text: "<token>", look: "", placeholder: "token" },
    { text: "$API_URL", look: "", placeholder: "API_URL" },
  ]);
  expect(tokens.find((token) => token.text.includes("Bearer"))?.look).toContain("hljs-string");
});

test("a snippet has no placeholders", () => {
  expect(
    highlight("python", "x = '<token>'", null)
      .flat()
      .some((token) => token.placeholder),
  ).toBe(false);
});
