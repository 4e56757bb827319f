import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import type { PortableIndex } from "../search/portable-index";
import { offlineAnswers } from "./offline";

const section = (anchor: string, title: string, prose: string) => searchSection({ anchor, title, prose });
const facts = {
  lang: "es",
  owner: "Equipo de Guardia",
  criticality: null,
  reviewed: null,
  dueOn: null,
  severities: [],
  summary: "",
};
const taken: PortableIndex = {
  runbooks: [
    {
      path: "pagos/cola",
      service: "pagos",
      title: "Cola de pagos",
      sections: [section("cola", "Cola atascada", "La cola de redis no baja")],
      facts: { ...facts, criticality: "critical", reviewed: "2026-01-01", dueOn: "2026-03-01", severities: ["SEV1"] },
    },
    {
      path: "api/redis",
      service: "api",
      title: "Redis",
      sections: [section("redis", "Redis does not answer", "redis refuses connections, the queue grows")],
      facts: { ...facts, lang: "en", owner: "Backend Team", summary: "When Redis is away" },
    },
  ],
};
const ask = (q: string, portable = taken) => offlineAnswers(portable)(q, 10, "2026-04-01");
const paths = (q: string) => ask(q).results.map(({ path }) => path);

test.for([
  ["redis service:pagos", ["pagos/cola"]],
  ["redis -servicio:pagos", ["api/redis"]],
  ["redis sev:critical", ["pagos/cola"]],
  ["redis gravedad:1", ["pagos/cola"]],
  ["redis lang:en", ["api/redis"]],
  ["redis idioma:español", ["pagos/cola"]],
  ["redis owner:backend", ["api/redis"]],
  ["owner:backend", ["api/redis"]],
] as const)("%s narrows what was taken along", ([q, found]) => {
  expect(paths(q)).toEqual(found);
});

test("an answer has the shape of the portal's own, and says what is known of each runbook", () => {
  const { results, filters, instead, missing, unknown } = ask("redis service:pagos");
  expect(results[0]).toMatchObject({
    criticality: "critical",
    lang: "es",
    owner: "Equipo de Guardia",
    reviewed: "2026-01-01",
    dueOn: "2026-03-01",
    overdueSince: "2026-03-01",
    procedure: null,
  });
  expect(filters).toMatchObject([{ name: "service", values: ["pagos"] }]);
  expect({ instead, missing, unknown }).toEqual({ instead: null, missing: 0, unknown: [] });
  expect(ask("owner:backend").results[0]).toMatchObject({ kind: "page", snippet: "When Redis is away" });
  expect(ask("redis service:pag").completions).toMatchObject([{ value: "pagos", query: "redis service:pagos " }]);
});

test("an unknown value names the nearest, and where the filters leave nothing there is what answers without them", () => {
  expect(ask("redis service:pagoss").filters).toMatchObject([{ values: [], nearest: ["pagos"] }]);
  const { results, instead } = ask("connections service:pagos lang:en");
  expect(results).toEqual([]);
  expect(instead?.nearest).toMatchObject([{ path: "api/redis", anchor: "redis", lang: "en" }]);
});

test("where nothing answers, the procedures whose names come nearest are offered, of what was taken along", () => {
  const { results, instead, offline } = ask("colatascada");
  expect(offline).toBe(true);
  expect(results).toEqual([]);
  expect(instead).toMatchObject({
    nearest: [{ path: "pagos/cola", anchor: "cola", title: "Cola atascada", service: "pagos", lang: "es" }],
    checklists: [],
  });
  expect(ask("xyzzy").instead?.nearest).toEqual([]);
});

test("several lines are read as a log", () => {
  expect(ask("INFO starting\nERROR redis refuses connections\nINFO stopping").results[0]?.path).toBe("api/redis");
});

test("an index that an older version kept is searched, without what it does not know", () => {
  const older = { runbooks: taken.runbooks.map(({ facts: _, ...rest }) => rest) };
  expect(ask("redis service:pagos", older).results).toMatchObject([
    { path: "pagos/cola", lang: "", criticality: null },
  ]);
});
