import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import { search } from "./search";
import { buildIndex, emptyIndex, type IndexedSection, isWorn, removeRunbook, replaceRunbook } from "./search-index";

const section = (anchor: string, title: string, prose: string) => searchSection({ anchor, title, prose });
const runbook = (path: string, ...sections: [anchor: string, title: string, prose: string][]): IndexedSection[] =>
  sections.map((one) => ({ path, service: "api", title: "Guía", section: section(...one) }));

const put = (index: ReturnType<typeof buildIndex>, sections: IndexedSection[]) => {
  const [{ path, service, title } = { path: "", service: "", title: "" }] = sections;
  replaceRunbook(
    index,
    { path, service, title, version: "" },
    sections.map((one) => one.section),
  );
};

const disk = runbook("api/disk", ["full", "Disco lleno", "No space left on device"], ["slow", "Disco lento", "iowait"]);
const pool = runbook("api/pool", ["pool", "Pool agotado", "TooManyConnectionsError"]);
const found = (index: ReturnType<typeof buildIndex>, query: string) =>
  search(index, query).map(({ path, anchor }) => `${path}#${anchor}`);

test("a runbook that is put in one by one is found as if all had been there from the start", () => {
  const index = emptyIndex();
  put(index, disk);
  put(index, pool);
  const whole = buildIndex([...disk, ...pool]);
  for (const query of ["no space left", "TooManyConnectionsError", "disco", "disco lneto"]) {
    expect(found(index, query)).toEqual(found(whole, query));
  }
});

test("a runbook that changed answers with what it says now, one that is gone not at all", () => {
  const index = buildIndex([...disk, ...pool]);
  put(index, runbook("api/disk", ["inodes", "Sin inodos", "df -i al 100 %"]));
  expect(found(index, "inodos")).toEqual(["api/disk#inodes"]);
  expect(found(index, "device")).toEqual([]);
  removeRunbook(index, "api/pool");
  expect(found(index, "TooManyConnectionsError")).toEqual([]);
  expect(index.alive).toBe(1);
});

test("one that is replaced again and again says in the end that it should be built anew", () => {
  const index = buildIndex([...disk, ...pool]);
  for (let times = 0; times < 1_100; times += 1) put(index, disk);
  expect(found(index, "device")).toEqual(["api/disk#full"]);
  expect(isWorn(index)).toBe(true);
  expect(isWorn(buildIndex([...disk, ...pool]))).toBe(false);
});

test("only runbooks that are accepted answer, however many others would answer better", () => {
  const many = Array.from({ length: 500 }, (_, at) =>
    runbook(`web/${at}`, ["full", "Disco lleno", "disco lleno"]),
  ).flat();
  const index = buildIndex([...many, ...disk]);
  const onlyApi = search(index, "disco lleno", 20, (path) => path.startsWith("api/"));
  expect(onlyApi.map(({ path, anchor }) => `${path}#${anchor}`)).toEqual(["api/disk#full", "api/disk#slow"]);
  expect(search(index, "disco lleno", 20, () => false)).toEqual([]);
});

test("what was replaced leaves no trace: scores and guesses are those of an index that never had it", () => {
  const index = emptyIndex();
  put(index, runbook("api/pool", ["pool", "Pool agotado, disco lleno", "disk pressure, no space left, disklike"]));
  for (let times = 0; times < 5; times += 1) put(index, disk);
  put(index, pool);
  removeRunbook(index, "api/pool");
  put(index, pool);
  const afresh = buildIndex([...disk, ...pool]);
  for (const query of ["no space left", "disklike", "disco", "pressure device", "TooManyConnectionsErorr"]) {
    expect(search(index, query), query).toEqual(search(afresh, query));
  }
});

test("of many that are alike the same answer, whichever of them changed last", () => {
  const paths = Array.from({ length: 150 }, (_, at) => `${"abc"[at % 3]}/memory-${at}`);
  const alike = paths.map((path) => runbook(path, ["killed", "OOMKilled", "the kernel killed it"]));
  const index = buildIndex(alike.flat());
  const before = search(index, "OOMKilled");
  for (const one of [alike[0], alike[3], alike[140]]) put(index, one ?? []);
  expect(search(index, "OOMKilled")).toEqual(before);
  expect(search(buildIndex(alike.toReversed().flat()), "OOMKilled")).toEqual(before);
  expect(before[0]?.path).toBe("a/memory-0");
});
