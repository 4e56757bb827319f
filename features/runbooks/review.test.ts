import { expect, test } from "vitest";
import { reviewOf } from "./review";

const month = 31 * 86_400;

test("a review is due a period after the last one, and overdue from the day after", () => {
  const matter = { reviewed: "2025-10-24", reviewEvery: month };
  expect(reviewOf(matter, new Date("2025-11-24T23:59:00Z"))).toEqual({ dueOn: "2025-11-24", overdueSince: null });
  expect(reviewOf(matter, new Date("2025-11-25T00:00:00Z"))).toEqual({
    dueOn: "2025-11-24",
    overdueSince: "2025-11-24",
  });
});

test("without a period or a review nothing is ever due", () => {
  const now = new Date("2030-01-01T00:00:00Z");
  expect(reviewOf({ reviewed: "2025-10-24", reviewEvery: null }, now)).toEqual({ dueOn: null, overdueSince: null });
  expect(reviewOf({ reviewed: null, reviewEvery: month }, now)).toEqual({ dueOn: null, overdueSince: null });
});
