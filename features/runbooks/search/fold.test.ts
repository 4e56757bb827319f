import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "./fold";

test("case and accents are folded", () => {
  expect(fold("CONEXIÓN Ñandú Çelik Łódź")).toBe("conexion nandu celik łodz");
});

test("what is found in the folded text can be marked in the text itself", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => fold(text).length === text.length));
  expect(fold("İstanbul ß ﬁ 😀")).toHaveLength("İstanbul ß ﬁ 😀".length);
});

test("a long text is folded as a short one", () => {
  expect(fold("á".repeat(50_000))).toBe("a".repeat(50_000));
});
