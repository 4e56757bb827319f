import { expect, test } from "vitest";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import { situationOf } from "./waiting";

const items = (...states: OutboxItem["state"][]) => states.map((state) => ({ state })) as OutboxItem[];

test.each([
  [["sending"], null],
  [["waiting", "waiting"], "waiting"],
  [["waiting", "refused"], "refused"],
  [["held", "refused"], "held"],
] as const)("of %j it says %s", (states, said) => {
  expect(situationOf(items(...states), "browser")).toBe(said);
});

test("that they are lost with the page comes before everything else", () => {
  expect(situationOf(items("held", "refused"), "page")).toBe("page");
  expect(situationOf([], "page")).toBeNull();
});
