import { expect, onTestFinished, test } from "vitest";
import { carry, handOver, takeCarried } from "./carried-text";

test("what was pasted before there is a search is taken by the first one, once and whole", () => {
  const taken: string[] = [];
  expect(handOver("FATAL: disk full\n  at line 2\n")).toBe(false);
  carry("FATAL: disk full\n  at line 2\n");
  const stop = takeCarried((text) => taken.push(text));
  expect(taken).toEqual(["FATAL: disk full\n  at line 2\n"]);
  stop();
  onTestFinished(takeCarried((text) => taken.push(text)));
  expect(taken).toHaveLength(1);
});

test("a search that is there takes it at once, and one that is gone takes nothing", () => {
  const [before, now]: [string[], string[]] = [[], []];
  const stop = takeCarried((text) => before.push(text));
  const last = takeCarried((text) => now.push(text));
  stop();
  expect(handOver("a\nb")).toBe(true);
  expect([before, now]).toEqual([[], ["a\nb"]]);
  last();
  expect(handOver("c\nd")).toBe(false);
  takeCarried((text) => expect(text).toBe("never handed over"))();
});
