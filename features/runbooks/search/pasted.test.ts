import { expect, test } from "vitest";
import { readLog } from "./log/records";
import { isPasted } from "./pasted";

const log = `2026-11-22T03:00:01Z INFO  starting worker 1
2026-11-22T03:00:02Z INFO  starting worker 2
2026-11-22T03:01:12Z ERROR request 81 failed
2026-11-22T03:01:13Z ERROR request 82 failed
Traceback (most recent call last):
  File "/app/db.py", line 12, in connect
asyncpg.exceptions.TooManyConnectionsError: sorry, too many clients already
2026-11-22T03:01:14Z WARN  slow query`;

test("the lines that say what is wrong come first, each kind once, with their numbers", () => {
  const lines = readLog(log, 100).records;
  expect(lines[0]).toMatchObject({ line: 7, times: 1 });
  expect(lines[0]?.message).toContain("TooManyConnectionsError");
  expect(lines.find(({ text }) => text.includes("failed"))).toMatchObject({ line: 3, times: 2 });
  expect(lines.filter(({ text }) => text.includes("starting worker"))).toHaveLength(1);
});

test("what is typed is not a paste, several lines are", () => {
  expect(isPasted("redis no responde")).toBe(false);
  expect(isPasted("redis no responde\n")).toBe(false);
  expect(isPasted(log)).toBe(true);
  expect(isPasted("x".repeat(301))).toBe(true);
});

test("of an endless text both ends are read", () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `INFO step ${"abcdefghij"[at % 10]}`);
  lines[29_990] = "FATAL: the last words";
  expect(readLog(lines.join("\n"), 10_000).records[0]).toMatchObject({ message: "the last words", line: 29_991 });
});
