import fc from "fast-check";
import { expect, test } from "vitest";
import { mostVarint, putVarint, takeVarint } from "./varint";

test("numbers are read back one after the other, in as few bytes as they need", () => {
  const number = fc.integer({ min: 0, max: 2 ** 28 - 1 });
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const bytes = new Uint8Array(mostVarint * numbers.length);
      let end = 0;
      for (const one of numbers) end = putVarint(bytes, end, one);
      const place = { at: 0 };
      expect(numbers.map(() => takeVarint(bytes, place))).toEqual(numbers);
      expect(place.at).toBe(end);
    }),
  );
  expect(putVarint(new Uint8Array(4), 0, 127)).toBe(1);
  expect(putVarint(new Uint8Array(4), 0, 128)).toBe(2);
});
