import { expect, test } from "vitest";
import { errands, type Situation } from "./along";
import type { Kept } from "./kept";

const now = Date.parse("2026-01-15T03:00:00Z");
const copy = (path: string, minutesAgo: number, more: Partial<Kept> = {}): Kept => ({
  path,
  title: path,
  at: new Date(now - minutesAgo * 60_000).toISOString(),
  build: "b2",
  bytes: 1,
  personal: false,
  ...more,
});
const situation: Situation = {
  incidents: [{ key: "INC-1", services: ["api"] }],
  runs: ["/incidents/INC-1/runs/r1"],
  runbooks: [
    { path: "api/emergencias", service: "api" },
    { path: "web/errores", service: "web" },
  ],
  open: true,
};
const paths = (copies: Kept[], given = situation) => errands(given, copies, "b2", now).map(({ path }) => path);

test("active incidents, their runs and the runbooks of their services are taken along, and no others", () => {
  expect(paths([])).toEqual(["/incidents/INC-1", "/incidents/INC-1/runs/r1", "/runbooks/api/emergencias", "/runbooks"]);
});

test("what was visited is kept current, and what is fresh is left alone", () => {
  const copies = [
    copy("/runbooks/web/errores", 300),
    copy("/runbooks/api/emergencias", 10),
    copy("/incidents/INC-1", 1, { personal: true }),
  ];
  expect(paths(copies)).toEqual(["/incidents/INC-1/runs/r1", "/runbooks/web/errores", "/runbooks"]);
});

test("a copy of an older build is fetched again, so that its assets can go", () => {
  expect(paths([copy("/runbooks/api/emergencias", 1, { build: "b1" })])).toContain("/runbooks/api/emergencias");
});

test("incidents are fetched as their reader; runbooks as anybody where anybody may read them", () => {
  const personal = (given: Situation) => errands(given, [], "b2", now).map((errand) => errand.personal);
  expect(personal(situation)).toEqual([true, true, false, false]);
  expect(personal({ ...situation, open: false })).toEqual([true, true, true, true]);
});

test("the incident that somebody looked at comes before the others", () => {
  const incidents = [{ key: "INC-2", services: ["web"] }, ...situation.incidents];
  const copies = [copy("/incidents/INC-1", 60, { personal: true })];
  expect(paths(copies, { ...situation, incidents })).toEqual([
    "/incidents/INC-1",
    "/incidents/INC-1/runs/r1",
    "/runbooks/api/emergencias",
    "/incidents/INC-2",
    "/runbooks/web/errores",
    "/runbooks",
  ]);
});

test("a runbook that was visited comes before those of incidents that nobody here has looked at, the latest first", () => {
  const copies = [
    copy("/runbooks/web/errores", 300, { personal: true }),
    copy("/runbooks/db/llena", 200, { personal: true }),
  ];
  expect(paths(copies)).toEqual([
    "/runbooks/db/llena",
    "/runbooks/web/errores",
    "/incidents/INC-1",
    "/incidents/INC-1/runs/r1",
    "/runbooks/api/emergencias",
    "/runbooks",
  ]);
});
