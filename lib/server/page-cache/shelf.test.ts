import { expect, test } from "vitest";
import { shelf } from "./shelf";

test("keeps within its room, and what is asked for longest", () => {
  const kept = shelf<string>(30);
  for (const name of ["a", "b", "c"]) kept.put(name, name, 10);
  for (let at = 0; at < 20; at += 1) {
    kept.get("a");
    kept.put(`walk-${at}`, "x", 10);
    expect(kept.size().bytes).toBeLessThanOrEqual(30);
  }
  expect(kept.get("a")).toBe("a");
  expect(kept.get("b")).toBeUndefined();
  expect(kept.get("walk-19")).toBe("x");
});

test("counts a value that is replaced once, and does not take one that is too large", () => {
  const kept = shelf<string>(30);
  kept.put("a", "1", 10);
  kept.put("a", "2", 20);
  expect(kept.size()).toEqual({ entries: 1, bytes: 20 });
  kept.put("b", "x", 31);
  expect(kept.get("b")).toBeUndefined();
  kept.drop("a");
  expect(kept.size()).toEqual({ entries: 0, bytes: 0 });
});
