import { expect, test } from "vitest";
import { patience, patienceNow } from "./patience";

test("the network is given its time, and little of it shortly after it failed", () => {
  expect(patienceNow(null, 50_000)).toBe(patience.usual);
  expect(patienceNow(45_000, 50_000)).toBe(patience.poor);
  expect(patienceNow(50_000 - patience.remembered, 50_000)).toBe(patience.usual);
});
