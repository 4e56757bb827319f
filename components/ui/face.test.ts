import { expect, test } from "vitest";
import { initials } from "./face";

test.each([
  ["Ana Belén Ruiz", "AB"],
  ["guardia", "G"],
  ["Responsable (demo)", "R"],
  ["jean-luc", "JL"],
  ["Ágata  Ñ.", "ÁÑ"],
  ["🙂", "🙂"],
  ["", ""],
])("the initials of «%s» are «%s»", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
