import { expect, test } from "vitest";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { errorRules, warningRules } from "./rules";

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const rules = { ...errorRules, ...warningRules };
const spanish: Record<string, string> = es.problems;

test("the English interface says what the command line says", () => {
  expect(en.problems).toEqual(rules);
});

test.each(Object.entries(rules))("%s is translated with the same values", (rule, text) => {
  expect(spanish[rule]).toBeTruthy();
  // Every value that the translation uses must be one that the English text has, or it would be shown raw.
  expect(placeholders(spanish[rule] ?? "")).toEqual(placeholders(text));
  expect(spanish[rule]).not.toMatch(/['<>]/);
});
