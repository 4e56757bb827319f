import { expect, test } from "vitest";
import { PageNumber, pageOf } from "./page";

const numbers = Array.from({ length: 250 }, (_, index) => index + 1);

test.each([
  [1, { page: 1, pages: 3, from: 1, to: 100 }],
  [3, { page: 3, pages: 3, from: 201, to: 250 }],
  [99, { page: 3, pages: 3, from: 201, to: 250 }],
])("page %i of 250 by 100 is %j", (page, expected) => {
  expect(pageOf(numbers, page, 100)).toMatchObject(expected);
});

test("a page holds what it says", () => {
  expect(pageOf(numbers, 2, 100).items).toEqual(numbers.slice(100, 200));
});

test("nothing is one empty page", () => {
  expect(pageOf([], 1, 100)).toEqual({ items: [], page: 1, pages: 1, from: 0, to: 0, total: 0 });
});

test.each(["", "0", "-1", "x", "1.5"])("%j is the first page", (text) => {
  expect(PageNumber.parse(text)).toBe(1);
});
