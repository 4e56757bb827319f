import { beforeAll, expect, test } from "vitest";
import { evaluationIndex } from "@/test/search-evaluation/evaluate";
import type { SearchIndex } from "../search-index";
import { searchLog, searchLogBeside } from "./search-log";

let index: SearchIndex;
beforeAll(() => {
  index = evaluationIndex();
});

const chatter = (lines: number) =>
  Array.from(
    { length: lines },
    (_, at) =>
      `2026-11-22T03:${10 + (at % 50)}:01.${100 + (at % 900)}Z INFO [worker-${at % 7}] job ${at * 7_919} took ${at}ms`,
  );

test("of a long log the lines that tell something are found, with their numbers, and the procedures they speak for", () => {
  const text = [
    ...chatter(2_000),
    '2026-11-22T03:44:10Z ERROR could not extend file "base/16384/2619": No space left on device',
    ...chatter(2_000),
  ].join("\n");
  const { results, lines, counts } = searchLog(index, text, 5);
  expect(results[0]).toMatchObject({ path: "preventia-news/base-de-datos", anchor: "disk-space-full" });
  expect(lines[0]).toMatchObject({ line: 2_001, times: 1 });
  expect(lines[0]?.speaksFor[0]).toMatchObject({ result: 0, kind: "signature" });
  expect(counts).toMatchObject({ lines: 4_001, read: 4_001 });
  expect(counts.unrelated).toBeGreaterThanOrEqual(3_990);
});

test("a line says which of its words the procedure has, and where they are", () => {
  const { results, lines } = searchLog(index, "starting\njava.lang.OutOfMemoryError: Metaspace\nstopping", 3);
  expect(results[0]?.path).toBe("web/jvm-service");
  const [line] = lines;
  expect(line?.line).toBe(2);
  expect(line?.marks.map(([from, to]) => line.text.slice(from, to))).toContain("Metaspace");
});

test("two faults in one log lead to both procedures, each by its own line", () => {
  const text = "FATAL: sorry, too many clients already\nok\nExt4: Remounting filesystem read-only";
  const { results, lines } = searchLog(index, text, 6);
  const storage = results.findIndex(({ path }) => path === "storage/disks");
  expect(storage).toBeGreaterThanOrEqual(0);
  expect(lines.find(({ line }) => line === 3)?.speaksFor.map(({ result }) => result)).toContain(storage);
  expect(lines.find(({ line }) => line === 1)?.speaksFor.length).toBeGreaterThan(0);
});

test("a log that speaks for nothing has no results, and no log has neither", () => {
  expect(searchLog(index, "qwxz vbnk\n\n   \nplokm wsxedc")).toMatchObject({ results: [], lines: [] });
  expect(searchLog(index, "").counts).toMatchObject({ lines: 0, unrelated: 0 });
});

test("of more than 10,000 lines the first and the last are read, and it says so", () => {
  const lines = chatter(12_000);
  lines[11_990] = "OOMKilled, exit code 137";
  const found = searchLog(index, lines.join("\n"), 3);
  expect(found.counts).toMatchObject({ lines: 12_000, read: 10_000 });
  expect(found.lines.map(({ line }) => line)).toContain(11_991);
});

test("hostile text costs no more than any other", () => {
  const before = process.cpuUsage();
  for (const text of [
    "a".repeat(900_000),
    `${"{".repeat(2_000)}}\n`.repeat(200),
    "at ".repeat(300_000),
    '"\\'.repeat(400_000),
  ])
    searchLog(index, text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(4_000);
});

test("between the lines that it asks for, others go on, and the answer is the same", async () => {
  const errors = Array.from(
    { length: 30 },
    (_, at) => `ERROR ${"kafka redis disk memory pool".split(" ")[at % 5]} ${at}`,
  );
  const text = [...chatter(9_000), ...errors, "FATAL: too many connections"].join("\n");
  let others = 0;
  const giveWay = async () => {
    others += 1;
  };
  expect(await searchLogBeside(index, text, giveWay, 5)).toEqual(searchLog(index, text, 5));
  expect(others).toBeGreaterThanOrEqual(1);
});
