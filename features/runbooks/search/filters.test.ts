import { describe, expect, test } from "vitest";
import { completions, parseFilters, passing, type Traits } from "./filters";

const known = {
  service: ["agente-hotelero-api", "pagos", "pagos-web"],
  sev: ["critical", "high", "medium", "low", "SEV1", "SEV2", "SEV3", "SEV4"],
  lang: ["es", "en"],
  owner: ["Backend Team", "Equipo de Guardia"],
};
const api: Traits = {
  service: "agente-hotelero-api",
  owner: "Backend Team",
  lang: "es",
  criticality: "critical",
  severities: ["SEV1", "SEV3"],
};
const pagos: Traits = { service: "pagos", owner: "Equipo de Guardia", lang: "en", criticality: null, severities: [] };
const parse = (query: string) => parseFilters(query, known);
const passes = (query: string) => {
  const pass = passing(parse(query).filters);
  return [api, pagos].filter((traits) => pass === null || pass(traits)).map(({ service }) => service);
};

test("a filter leaves the words of the query as they were", () => {
  expect(parse("redis  service:pagos caído")).toMatchObject({
    text: "redis caído",
    filters: [{ name: "service", not: false, typed: "service:pagos", values: ["pagos"], nearest: [] }],
  });
});

test.for([
  ["service:pagos", ["pagos"]],
  ["servicio:Pagos", ["pagos"]],
  ["-service:pagos", ["agente-hotelero-api"]],
  ["service:hotel", ["agente-hotelero-api"]],
  ["service:pagos service:agente", ["agente-hotelero-api", "pagos"]],
  ["sev:critical", ["agente-hotelero-api"]],
  ["gravedad:crítica", ["agente-hotelero-api"]],
  ["sev:1", ["agente-hotelero-api"]],
  ["sev:sev3", ["agente-hotelero-api"]],
  ["-gravedad:critica", ["pagos"]],
  ["idioma:inglés", ["pagos"]],
  ["lang:es -owner:backend", []],
  ['owner:"Equipo de Guardia"', ["pagos"]],
  ["responsable:guardia", ["pagos"]],
  ["service:nada", ["agente-hotelero-api", "pagos"]],
] as const)("%s lets %o pass", ([query, expected]) => {
  expect(passes(query)).toEqual(expected);
});

test("an unknown value stays a word, narrows nothing, and names the nearest known ones", () => {
  expect(parse("redis service:pgaos")).toMatchObject({
    text: "redis service:pgaos",
    filters: [{ values: [], nearest: ["pagos", "pagos-web"] }],
  });
  expect(parse("service:zzzzzz").filters).toMatchObject([{ nearest: [] }]);
});

test.for(["db-2:5432", "could not connect to host:redis", "http://pagos/service:pagos", "sev:", "ab:pagos"])(
  "%s has no filter",
  (query) => {
    expect(parse(query)).toEqual({ text: query, filters: [] });
  },
);

test("a pasted text of several lines has no filters", () => {
  expect(parse("service:pagos\nredis").filters).toEqual([]);
});

describe("what is being typed is completed", () => {
  const complete = (query: string) => completions(query, known).map((one) => one.query);
  test("by what begins a value or one of its words, and by all of them after the colon", () => {
    expect(complete("redis service:pa")).toEqual(["redis service:pagos ", "redis service:pagos-web "]);
    expect(complete("-servicio:hot")).toEqual(["-servicio:agente-hotelero-api "]);
    expect(complete("lang:")).toEqual(["lang:es ", "lang:en "]);
    expect(complete("owner:back")).toEqual(['owner:"Backend Team" ']);
    expect(complete('owner:"back')).toEqual(['owner:"Backend Team" ']);
  });
  test.for(["service:pagos redis", "service:pagos ", "host:pa", "pa", "lang:es"])("but not in %s", (query) => {
    expect(complete(query)).toEqual([]);
  });
});
