import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import { type Hit, spread, supported } from "./support";

const hit = (path: string, anchor: string, score: number): Hit => ({
  entry: {
    id: 0,
    whole: 0,
    path,
    service: "s",
    title: path,
    section: searchSection({ anchor, kind: "section" }),
  },
  score,
});
const names = (hits: Hit[]) => hits.map(({ entry }) => `${entry.path}#${entry.section.anchor}`);

test("of two sections that answer alike, the one whose runbook answers elsewhere too comes out above", () => {
  const [lonely, first] = supported([hit("a", "1", 10), hit("b", "1", 9.5), hit("b", "2", 9)]);
  expect(first?.score).toBeGreaterThan(lonely?.score ?? 0);
});

test("many weak sections are not one that answers", () => {
  const weak = ["1", "2", "3", "4", "5", "6"].map((anchor) => hit("b", anchor, 2));
  expect(
    Math.max(
      ...supported([hit("a", "1", 10), ...weak])
        .slice(1)
        .map(({ score }) => score),
    ),
  ).toBeLessThan(3);
});

test("another runbook that is nearly as good stands between the sections of one; one that is not, does not", () => {
  const own = ["1", "2", "3", "4"].map((anchor, at) => hit("a", anchor, 10 - at * 0.1));
  expect(names(spread([...own, hit("b", "1", 9)])).slice(0, 3)).toEqual(["a#1", "b#1", "a#2"]);
  expect(names(spread([...own, hit("b", "1", 2)])).at(-1)).toBe("b#1");
});

test("scores fall with the order, and nothing is lost", () => {
  const hits = spread([hit("a", "1", 5), hit("a", "2", 4.9), hit("b", "1", 4.8), hit("a", "3", 1)]);
  expect(hits).toHaveLength(4);
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
});
