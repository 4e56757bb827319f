import { expect, test } from "vitest";
import { ownTurn } from "./own-turn";

test("each has a turn of its own, in the order in which they asked, and what else waits comes in between", async () => {
  const happened: string[] = [];
  const other = () => {
    happened.push("other");
    if (happened.length < 12) setImmediate(other);
  };
  setImmediate(other);
  await Promise.all(["a", "b", "c"].map((name) => ownTurn().then(() => happened.push(name))));
  expect(happened.filter((one) => one !== "other")).toEqual(["a", "b", "c"]);
  const [a, b, c] = ["a", "b", "c"].map((name) => happened.indexOf(name));
  expect(happened.slice((a ?? 0) + 1, b)).toContain("other");
  expect(happened.slice((b ?? 0) + 1, c)).toContain("other");
});

test("who asks after a rest waits for nobody", async () => {
  await ownTurn();
  const began = performance.now();
  await ownTurn();
  await ownTurn();
  expect(performance.now() - began).toBeLessThan(1_000);
});
