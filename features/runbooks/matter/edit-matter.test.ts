import fc from "fast-check";
import { expect, test } from "vitest";
import { setMatter } from "./edit-matter";
import { readMatter } from "./read-matter";

const guide = `---
# Quién responde
title: 'API no responde'   # se lee de noche
service: api
lang: es

owner: "Backend Team"
tags: [docker, postgres]   # sin acentos
alerts:
  # la de siempre
  - alertname="HighErrorRate"
  - '{alertname=~"Pod.*"}'
variables:
  - { name: API_URL, default: "http://localhost:8002" } # producción
  - name: TOKEN
    secret: true
reviewed: 2025-10-24
---

# Texto
`;

const set = (text: string, key: string, value: unknown) => setMatter(text, key, value) ?? "(null)";
/** Lines that differ, as `-old` and `+new`. */
function changed(before: string, after: string): string[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `-${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

test.each([
  [
    "a single-quoted text",
    "title",
    "L'API cae",
    ["-title: 'API no responde'   # se lee de noche", "+title: 'L''API cae'   # se lee de noche"],
  ],
  ["a plain word", "service", "pagos", ["-service: api", "+service: pagos"]],
  ["a plain word that needs quotes now", "service", "a: b", ["-service: api", '+service: "a: b"']],
  ["a word that would be read as a number", "service", "1e3", ["-service: api", '+service: "1e3"']],
  [
    "a tag more",
    "tags",
    ["docker", "postgres", "redis"],
    ["-tags: [docker, postgres]   # sin acentos", "+tags: [docker, postgres, redis]   # sin acentos"],
  ],
  [
    "a tag less",
    "tags",
    ["postgres"],
    ["-tags: [docker, postgres]   # sin acentos", "+tags: [postgres]   # sin acentos"],
  ],
  ["an alert more", "alerts", ['alertname="HighErrorRate"', '{alertname=~"Pod.*"}', "a=b"], ['+  - "a=b"']],
  ["an alert less", "alerts", ['{alertname=~"Pod.*"}'], ['-  - alertname="HighErrorRate"']],
  [
    "a field of a variable",
    "variables",
    [
      { name: "API_URL", default: "http://localhost:9000" },
      { name: "TOKEN", secret: true },
    ],
    [
      '-  - { name: API_URL, default: "http://localhost:8002" } # producción',
      '+  - { name: API_URL, default: "http://localhost:9000" } # producción',
    ],
  ],
  [
    "a field more",
    "variables",
    [
      { name: "API_URL", default: "http://localhost:8002" },
      { name: "TOKEN", secret: true, label: "El token" },
    ],
    ["+    label: El token"],
  ],
  ["a key more, in its place", "criticality", "high", ["+criticality: high"]],
  [
    "a list more, an item a line",
    "links",
    [{ title: "Grafana", url: "http://g" }],
    ["+links:", '+  - { title: Grafana, url: "http://g" }'],
  ],
  [
    "a key less",
    "alerts",
    undefined,
    ["-alerts:", "-  # la de siempre", '-  - alertname="HighErrorRate"', "-  - '{alertname=~\"Pod.*\"}'"],
  ],
])("%s changes nothing else", (_, key, value, lines) => {
  expect(changed(guide, set(guide, key, value))).toEqual(lines);
});

test("a new key stands after those that FORMAT.md lists before it", () => {
  expect(set(guide, "criticality", "high")).toContain('owner: "Backend Team"\ncriticality: high\ntags:');
});

test("a key without a value gets one", () => {
  expect(set("---\ntitle: A\ntags:\n---\n", "tags", ["x"])).toBe("---\ntitle: A\ntags: [x]\n---\n");
});

test("a text without front matter gets it, and keeps its line ends", () => {
  expect(set("# A\r\n", "title", "A")).toBe("---\r\ntitle: A\r\n---\r\n\r\n# A\r\n");
});

test.each([
  ["unclosed", "---\ntitle: A\n"],
  ["two keys of one name", "---\ntitle: A\ntitle: B\n---\n"],
  ["not YAML", "---\ntitle: [A\n---\n"],
  ["an alias", "---\ntitle: &a A\nowner: *a\n---\n"],
  ["a flow map", "---\n{ title: A }\n---\n"],
  ["another language's", "---js\ntitle\n---\n"],
])("what is %s is left to a person", (_, text) => {
  expect(setMatter(text, "title", "C")).toBeNull();
});

test("broken front matter says where", () => {
  expect(readMatter("---\ntitle: A\nowner: [B\n---\n")).toMatchObject({ state: "broken", line: 4 });
  expect(readMatter("---\r\ntitle: A\r\ntitle: B\r\n---\r\n")).toMatchObject({ state: "broken", line: 3, column: 1 });
  expect(readMatter("---\ntitle: A")).toMatchObject({ state: "broken", line: 1 });
  expect(readMatter("# A")).toEqual({ state: "none" });
});

const word = fc.string({ unit: "grapheme", maxLength: 12 });
const fields = fc.dictionary(fc.constantFrom("name", "label", "default", "pattern"), word, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
const anyValue = fc.oneof(
  word,
  fc.array(word, { maxLength: 4 }),
  fc.array(fields, { maxLength: 3 }),
  fc.boolean(),
  fc.integer(),
);

/** The same value as people write it: plain, quoted, on one line, on several, with comments. */
function written(key: string, value: unknown, style: number, eol: string): string {
  const comment = style % 3 === 0 ? " # nota" : "";
  if (Array.isArray(value) && value.length > 0 && style % 2 === 0) {
    const dash = style % 4 === 0 ? "- " : "  - ";
    const items = value.map((item) => `${dash}${JSON.stringify(item)}${comment}`);
    return [`${key}:`, ...(style % 5 === 0 ? ["  # antes"] : []), ...items].join(eol) + eol;
  }
  return `${key}: ${JSON.stringify(value)}${comment}${eol}`;
}

test("one edit of random front matter changes that key alone, and is read as the new value", () => {
  const keys = ["title", "service", "owner", "tags", "alerts", "variables", "links"];
  const file = fc.record({
    eol: fc.constantFrom("\n", "\r\n"),
    pairs: fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), anyValue, fc.nat(60)), {
      selector: ([key]) => key,
      minLength: 1,
    }),
    gaps: fc.array(fc.constantFrom("", "# comentario", "  # sangrado"), { minLength: 8, maxLength: 8 }),
    body: word,
  });
  fc.assert(
    fc.property(file, fc.nat(), fc.option(anyValue, { nil: undefined }), ({ eol, pairs, gaps, body }, pick, value) => {
      const parts = pairs.map(
        ([key, old, style], index) =>
          [gaps[index] === "" ? "" : `${gaps[index]}${eol}`, written(key, old, style, eol)] as const,
      );
      const at = pick % pairs.length;
      const head = `---${eol}${parts.slice(0, at).flat().join("")}${parts[at]?.[0]}`;
      const tail = `${parts
        .slice(at + 1)
        .flat()
        .join("")}---${eol}${body}`;
      const text = head + parts[at]?.[1] + tail;
      const key = pairs[at]?.[0] ?? "";
      const after = setMatter(text, key, value) ?? "";
      expect(after.startsWith(head)).toBe(true);
      expect(after.endsWith(tail)).toBe(true);
      const values = Object.fromEntries(pairs.map(([name, old]) => [name, old]));
      const { [key]: _, ...rest } = values;
      expect(readMatter(after)).toEqual({
        state: "read",
        values: value === undefined ? rest : { ...rest, [key]: value },
      });
      if (value === undefined || JSON.stringify(value) !== JSON.stringify(values[key])) return;
      expect(after).toBe(text);
    }),
    { numRuns: 300 },
  );
}, 30_000);
