import { expect, test } from "vitest";
import {
  crowdIndex,
  crowdQueries,
  evaluate,
  evaluationIndex,
  evaluationQueries,
  heldOutIndex,
  heldOutQueries,
  shares,
} from "./search-evaluation/evaluate";

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

const heldOut = evaluate(heldOutIndex(), heldOutQueries());

// Other people's runbooks beside ours, some of which answer the same: what is told by them, not by the set that it grew with.
test.for([
  ["alert", "first", 0.9],
  ["error", "first", 0.85],
  ["symptom", "first", 0.9],
  ["typo", "first", 0.9],
  ["accentless", "first", 0.9],
  ["cross", "inFive", 0.85],
  ["all", "first", 0.85],
  ["all", "inFive", 0.95],
] as const)("of the held-out queries of kind %s the %s are at least %d", ([kind, measure, floor]) => {
  const measured = heldOut.measures.get(kind);
  if (!measured) throw new Error(kind);
  expect(shares(measured)[measure], heldOut.misses.map(({ query }) => query.text).join("\n")).toBeGreaterThanOrEqual(
    floor,
  );
});

const crowd = evaluate(crowdIndex(), crowdQueries());

// Indexes that name every alert, a page of everything, a post-mortem and twins hide nothing.
test.for([
  ["alert", "first", 0.95],
  ["error", "first", 0.95],
  ["symptom", "first", 0.9],
  ["typo", "first", 0.9],
  ["cross", "first", 0.8],
  ["cross", "inFive", 0.9],
] as const)("in a crowd, of the queries of kind %s the %s are at least %d", ([kind, measure, floor]) => {
  const measured = crowd.measures.get(kind);
  if (!measured) throw new Error(kind);
  expect(shares(measured)[measure], crowd.misses.map(({ query }) => query.text).join("\n")).toBeGreaterThanOrEqual(
    floor,
  );
});
