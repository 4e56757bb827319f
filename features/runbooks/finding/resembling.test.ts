import fc from "fast-check";
import { expect, test } from "vitest";
import { alike, askedFor, type Names, namesOf, resembling, roughlyAlike } from "./resembling";

const named = (...titles: string[]): Names => {
  const [title = "", ...procedures] = titles.toReversed();
  return namesOf(
    title,
    procedures.toReversed().map((one, at) => ({ anchor: `p${at}`, title: one })),
  );
};

test("a name is the more alike the more of its three-letter pieces it shares, whatever its case and accents", () => {
  const asked = askedFor("redis caido");
  expect(alike("Redis caído", asked)).toBe(1);
  expect(alike("Redis lento", asked)).toBeGreaterThan(alike("Disco lleno", asked));
  expect(alike("", askedFor(""))).toBe(0);
});

test("what is alike in full is not overlooked at a glance", () => {
  const text = fc.stringMatching(/^[a-z ]{6,60}$/);
  fc.assert(
    fc.property(text, text, text, (common, one, other) => {
      const asked = askedFor(`${common} ${other}`);
      const title = `${one} ${common}`;
      if (alike(title, asked) >= 0.3) expect(roughlyAlike(named(title), 0, asked)).toBeGreaterThan(0.15);
    }),
  );
});

test("a runbook is compared by its procedures and by its own title", () => {
  const names = named("Disco lleno", "Redis caído", "Guía");
  expect(names.names.map(({ anchor, title }) => [anchor, title])).toEqual([
    ["p0", "Disco lleno"],
    ["p1", "Redis caído"],
    ["", "Guía"],
  ]);
  expect([0, 1, 2].map((at) => roughlyAlike(names, at, askedFor("redis caido")) > 0.9)).toEqual([false, true, false]);
});

test("among very many names the likest are found, wherever they are", () => {
  const titles = Array.from({ length: 3_000 }, (_, at) => `Redis caído en la zona ${at}`);
  titles[2_500] = "Redis no responde a nadie";
  titles[17] = "Redis no responde";
  const found = resembling("redis no responde", titles, (title) => namesOf(title, []), 2);
  expect(found.map(({ title }) => title)).toEqual(["Redis no responde", "Redis no responde a nadie"]);
});
