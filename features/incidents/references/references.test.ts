import fc from "fast-check";
import { expect, test } from "vitest";
import { referencesIn, stepIdsIn } from "./references";

const people = [{ name: "Ana Gómez" }, { name: "Ana Ruiz" }, { name: "Luis Peña" }];
const steps = new Set(["api-logs", "restart-api"]);
const named = (text: string) =>
  referencesIn(text, steps, people).map((one) => [
    text.slice(one.from, one.to),
    one.type === "step" ? one.id : one.name,
  ]);

test.each([
  ["ver #api-logs", [["#api-logs", "api-logs"]]],
  [
    "(#api-logs) y #restart-api.",
    [
      ["#api-logs", "api-logs"],
      ["#restart-api", "restart-api"],
    ],
  ],
  ["hecho con #api-logs-", [["#api-logs", "api-logs"]]],
  ["#api-logsx y #nada y #42", []],
  ["http://x/runbooks/y#api-logs y /p/#api-logs", []],
  [
    "avisé a @Ana Gómez y a @luis",
    [
      ["@Ana Gómez", "Ana Gómez"],
      ["@luis", "Luis Peña"],
    ],
  ],
  [
    "@ana gomez, @Luis Peña: hola",
    [
      ["@ana gomez", "Ana Gómez"],
      ["@Luis Peña", "Luis Peña"],
    ],
  ],
  [
    "@AnaRuiz @ana.gomez",
    [
      ["@AnaRuiz", "Ana Ruiz"],
      ["@ana.gomez", "Ana Gómez"],
    ],
  ],
  ["@ana puede ser dos, @marta nadie, luis@example.org un correo", []],
  ["@Luis Peñalver no está", [["@Luis", "Luis Peña"]]],
])("%s", (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test("ids are told once each, whether they exist or not", () => {
  expect(stepIdsIn("#api-logs, #otra y otra vez #api-logs")).toEqual(["api-logs", "otra"]);
  expect(stepIdsIn("sin nada")).toEqual([]);
});

test("whatever the text is, references are in it, in order and apart", () => {
  const part = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("#api-logs", "@Ana Gómez", "@luis", " ", "#", "@"),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join("");
      let at = 0;
      for (const { from, to } of referencesIn(text, steps, people)) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        at = to;
      }
    }),
  );
});

test("200 kB of signs are read at once", () => {
  const before = performance.now();
  for (const sign of ["#", "@a", "#a-", "@a.", "@"]) referencesIn(sign.repeat(100_000), steps, people);
  expect(performance.now() - before).toBeLessThan(1_000);
});
