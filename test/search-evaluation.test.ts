import { expect, test } from "vitest";
import { evaluate, evaluationIndex, evaluationQueries, shares } from "./search-evaluation/evaluate";

const queries = evaluationQueries();
const { measures, misses } = evaluate(evaluationIndex(), queries);
const share = (kind: string) =>
  shares(measures.get(kind) ?? { queries: 0, first: 0, inFive: 0, section: 0, reciprocal: 0 });
const missed = (kind: string) =>
  misses
    .filter(({ query }) => query.kind === kind)
    .map(({ query, rank, found }) => `${query.text.split("\n")[0]}: rank ${rank}, first is ${found}`)
    .join("\n");

test("the evaluation is as large as it should be", () => {
  expect(queries.length).toBeGreaterThanOrEqual(150);
});

// The floors that the search may not fall below: the right runbook first, or among five.
test.for([
  ["alert", "first", 0.95],
  ["error", "first", 0.95],
  ["log", "first", 0.95],
  ["accentless", "first", 0.95],
  ["symptom", "first", 0.9],
  ["typo", "first", 0.9],
  ["cross", "inFive", 0.8],
  ["all", "section", 0.85],
] as const)("of the queries of kind %s the %s are at least %d", ([kind, measure, floor]) => {
  expect(share(kind)[measure], missed(kind)).toBeGreaterThanOrEqual(floor);
});
