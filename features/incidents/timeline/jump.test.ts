import { expect, test } from "vitest";
import { readJump } from "./jump";

const began = "2026-01-15T22:30:30.000Z";

test.each([
  ["#123", { to: "entry", seq: 123 }],
  [" 7 ", { to: "entry", seq: 7 }],
  ["23:40", { to: "time", at: "2026-01-15T22:40:00.000Z" }],
  ["23:30", { to: "time", at: "2026-01-15T22:30:00.000Z" }],
  ["2:05", { to: "time", at: "2026-01-16T01:05:00.000Z" }],
  ["2026-01-17 08:00", { to: "time", at: "2026-01-17T07:00:00.000Z" }],
  ["T+1:30", { to: "time", at: "2026-01-16T00:00:30.000Z" }],
  ["t+45m", { to: "time", at: "2026-01-15T23:15:30.000Z" }],
  ["T−10", { to: "time", at: "2026-01-15T22:20:30.000Z" }],
  ["mañana", null],
  ["25:00", null],
  ["2026-13-45 08:00", null],
])("%s in Madrid", (text, jump) => {
  expect(readJump(text, began, "Europe/Madrid")).toEqual(jump);
});
