import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "./fold";
import { squeezed } from "./squeeze";

// What it says, without its shortcuts.
const plainly = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

test.each([
  ["", "  "],
  ["No space left on device", " no space left on device "],
  ["¿La réplica «está» CAÍDA?", " la replica esta caida "],
  ["psql -c 'select 1';\n\tdf -h /var", " psql c select 1 df h var "],
  ["uno — dos… “tres”", " uno dos tres "],
  ["Łódź, straße, ½, 20ºC", plainly("Łódź, straße, ½, 20ºC")],
  ["ошибка 日本 😀 x", plainly("ошибка 日本 😀 x")],
])("%j is squeezed to %j", (text, expected) => {
  expect(squeezed(text)).toBe(expected);
});

test("whatever the text, the short way and the long way agree", () => {
  const latin = fc.array(fc.integer({ min: 0, max: 0x24f })).map((codes) => String.fromCharCode(...codes));
  const any = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(fc.oneof(latin, any), (text) => {
      expect(squeezed(text)).toBe(plainly(text));
    }),
    { numRuns: 60 },
  );
});
