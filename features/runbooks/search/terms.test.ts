import fc from "fast-check";
import { expect, test } from "vitest";
import { stem } from "./stem";
import { tokenize } from "./terms";

const terms = (text: string) => tokenize(text).flatMap((token) => [...token.parts, ...token.wholes]);

test("an identifier is found whole and by its parts", () => {
  expect(terms("asyncpg.exceptions.InvalidPasswordError")).toEqual([
    "asyncpg",
    "exception",
    "invalid",
    "password",
    "error",
    "asyncpgexceptionsinvalidpassworderror",
    "invalidpassworderror",
  ]);
  expect(terms("pms_circuit_breaker_state")).toEqual([
    "pms",
    "circuit",
    "breaker",
    "stat",
    "pmscircuitbreakerstate",
    "state",
  ]);
  expect(terms("HTTPServerError")).toEqual(["http", "server", "error", "httpservererror"]);
});

test("accents, case and the plurals and genders of Spanish make no difference", () => {
  expect(stem("Inválidas")).toBe(stem("invalido"));
  expect(stem("errores")).toBe(stem("Error"));
  expect(stem("CONEXIÓN")).toBe(stem("conexiones"));
  expect(stem("services")).toBe(stem("service"));
  expect(stem("503")).toBe("503");
});

test("tokens know their place, in composed and decomposed text alike", () => {
  const text = "la conexión falló";
  expect(tokenize(text).map((token) => text.slice(token.start, token.end))).toEqual(["la", "conexión", "falló"]);
  expect(terms(text.normalize("NFD"))).toEqual(terms(text));
});

test("whatever the text, words are what a pattern would find", () => {
  const word = /[\p{L}\p{N}\p{M}_]+(?:[.\-:/@][\p{L}\p{N}\p{M}_]+)*/gu;
  const latin = fc.constantFrom(..."aZñ0_.-:/@ (\ń");
  const any = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.array(fc.oneof(latin, any)), (characters) => {
      const text = characters.join("").normalize("NFC");
      const found = tokenize(text).map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual([...text.matchAll(word)].map(([one]) => one));
    }),
    { numRuns: 300 },
  );
});
