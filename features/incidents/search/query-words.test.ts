import { describe, expect, test } from "vitest";
import { searchTerms, wordsOf } from "./document";
import { errorNames } from "./marks";
import { plainLine } from "./plain-line";
import { queryWords } from "./query-words";
import { matchesIn, snippetOf } from "./snippet";
import { typedFilters } from "./typed-filters";

const exact = (q: string) => queryWords(q).map((word) => word.exact);

describe("a query", () => {
  test.each([
    ["db-2.eu-west caído", ["('db' <1> '2' <1> 'eu' <1> 'west')", "('caid')"]],
    ["a_b", ["('a' <1> 'b')"]],
    ['"login was refused" redis', ["('login' <2> 'refus')", "('redi')"]],
    ["la de los", ["('la')", "('de')", "('los')"]],
    ["redis redis REDIS", ["('redi')"]],
    ["' \\ & | ! <-> :*", []],
  ])("%s asks for its words, its identifiers in order and its phrases", (q, expected) => {
    expect(exact(q)).toEqual(expected);
  });

  test("takes the last word for a beginning while it is being typed", () => {
    expect(queryWords("pagos reini").map(({ open }) => open)).toEqual([false, true]);
    expect(queryWords("pagos reini ").map(({ open }) => open)).toEqual([false, false]);
  });

  test("asks for no more than 24 of the words of a pasted log", () => {
    const log = Array.from({ length: 500 }, (_, n) => `12:0${n % 10} palabra${"abcdefghij"[n % 10]}${n}x`).join("\n");
    expect(queryWords(log)).toHaveLength(24);
  });
});

test.each([
  ["redis service:api sev:1", "redis", { service: "api", severity: "SEV1" }],
  ['estado:cerrado tipo:simulacro lead:"Ana María" x', "x", { status: "closed", kind: "drill", person: "Ana María" }],
  ["desde:2026-01-01 hasta:mañana", "hasta:mañana", { from: "2026-01-01" }],
  ["host:5432 10.0.0.1:80 sev:9 status:'x'", "host:5432 10.0.0.1:80 sev:9 status:'x'", {}],
])("%s holds typed filters and words", (q, text, filters) => {
  const read = typedFilters(q);
  expect({ ...read, text: read.text.trim() }).toEqual({ text, filters });
});

test("a text is found by its parts at places of their own, and by whole names", () => {
  expect(searchTerms([{ text: "El nodo db-2", weight: "A" }])).toBe("'nod':2A 'db':3A '2':4A 'db2':3A");
});

test("words that somebody may mistype are those of letters", () => {
  expect([...wordsOf(["Conexión a db-2.principal, E1234, x9y8"])]).toEqual(["conexion", "principal"]);
});

test("errors are named by their code or their class", () => {
  const text = "E1234 y ORA-00600: app.errors.QuotaExceededError; OUT_OF_MEMORY en INC-12 SEV1";
  expect(errorNames(text)).toEqual(["E1234", "ORA-00600", "OUT_OF_MEMORY", "QuotaExceededError"]);
});

test("the best line is shown, without its Markdown, cut around the match", () => {
  const body = `una línea\n${"x ".repeat(200)}**Redis** [lleno](/a) ${"y ".repeat(200)}`;
  const { snippet, matches } = snippetOf(body, queryWords("redis "));
  expect(matches.map(([start, end]) => snippet.slice(start, end))).toEqual(["Redis"]);
  expect(snippet).toContain("Redis lleno");
  expect(snippet.length).toBeLessThanOrEqual(182);
  expect(matchesIn("Reiniciado", queryWords("reini"))).toEqual([[0, 10]]);
});

test("Markdown loses its signs and keeps its words", () => {
  expect(plainLine("Empieza **Cache \\> 10** ([x#y](/runbooks/x#y)), a_b y 2 * 3")).toBe(
    "Empieza Cache > 10 (x#y), a_b y 2 * 3",
  );
});
