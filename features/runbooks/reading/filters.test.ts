import { expect, test } from "vitest";
import { Filters, facetsOf, filterRunbooks } from "./filters";
import type { RunbookSummary } from "./summary";

const runbook = (overrides: Partial<RunbookSummary>): RunbookSummary => ({
  path: "api/uno",
  service: "api",
  title: "Uno",
  summary: null,
  lang: "es",
  owner: "Backend",
  criticality: null,
  tags: [],
  severities: [],
  procedures: [],
  overdueSince: null,
  ...overrides,
});
const all = [
  runbook({ path: "api/uno", tags: ["redis"], severities: ["SEV1"] }),
  runbook({ path: "api/dos", tags: ["redis", "docker"], overdueSince: "2025-11-24" }),
  runbook({ path: "web/tres", service: "web", lang: "en" }),
];
const paths = (query: Record<string, string>) => filterRunbooks(all, Filters.parse(query)).map((one) => one.path);

test.each([
  [{}, ["api/uno", "api/dos", "web/tres"]],
  [{ service: "web" }, ["web/tres"]],
  [{ severity: "SEV1" }, ["api/uno"]],
  [{ tag: "redis" }, ["api/uno", "api/dos"]],
  [{ tag: "redis", overdue: "1" }, ["api/dos"]],
  [{ lang: "en", service: "api" }, []],
])("filters %j leave %j", (query, expected) => {
  expect(paths(query)).toEqual(expected);
});

test("an empty or unknown value filters nothing", () => {
  expect(paths({ service: "", severity: "SEV9", overdue: "yes" })).toHaveLength(3);
});

test("facets name each value once", () => {
  expect(facetsOf(all)).toEqual({
    services: ["api", "web"],
    severities: ["SEV1"],
    tags: ["docker", "redis"],
    langs: ["en", "es"],
  });
});
