import { expect, test } from "vitest";
import { readLine } from "./read-line";
import { readLog } from "./records";
import { splitLines } from "./split-lines";

test.each([
  [
    "2026-11-22T02:00:41.415Z ERROR 1 --- [nio-8080-exec-4] o.a.c.Dispatcher : Connection lost",
    "Connection lost",
    "error",
  ],
  ["2026-11-21 23:14:03,002 ERROR [worker-3] job failed", "job failed", "error"],
  ["Nov 22 03:12:44 ip-10-0-3-17 sshd[1123]: Connection closed by 10.0.0.1", "Connection closed by 10.0.0.1", null],
  ['E1122 03:12:49.920  1123 kubelet.go:2192] "Skipping pod" err="PLEG"', '"Skipping pod" err="PLEG"', "error"],
  ["[1204431.230011] EXT4-fs (sdb1): Remounting filesystem", "EXT4-fs (sdb1): Remounting filesystem", null],
  ["2026-11-22 10:00:00.123 UTC [881] app@shop FATAL:  too many clients", "too many clients", "fatal"],
  ["api-1  | 10:29:59 WARN slow query", "slow query", "warning"],
  ["[pod/api-7d9f-x2k4p/api] panic: nil map", "nil map", "fatal"],
  [
    "2026/11/22 02:01:02 [error] 31#31: *4412 connect() failed (111), client: 1.2.3.4, server: api",
    "connect() failed (111)",
    "error",
  ],
  ['10.0.0.1 - - [22/Nov/2026:10:29:59 +0000] "GET /x HTTP/1.1" 502 157 "-" "curl"', "502 Bad Gateway", "warning"],
  [
    '{"level":50,"time":1,"msg":"boom","err":{"type":"TypeError","message":"x is null"}}',
    "boom · TypeError x is null",
    "error",
  ],
  ['{"PRIORITY":"3","MESSAGE":"disk gone"}', "disk gone", "error"],
  [
    'time=2026-11-22T10:00:00Z level=error msg="sync failed" err="dial tcp: \\"x\\" refused"',
    'sync failed · dial tcp: "x" refused',
    "error",
  ],
  ["413 Request Entity Too Large", "413 Request Entity Too Large", null],
] as const)("%s says %s", (line, text, level) => {
  expect(readLine(line)).toEqual({ text, level });
});

test("a stack trace is its exception, with the first place in one's own code", () => {
  const java = `ERROR request failed
java.lang.IllegalStateException: pool is closed
\tat org.apache.commons.pool.Pool.take(Pool.java:12)
\tat com.example.Orders.find(Orders.java:41)
\t... 61 more`;
  const { records, frames } = readLog(java, 5_000);
  expect(records.find(({ message }) => message.includes("pool is closed"))?.frame).toBe(
    "at com.example.Orders.find(Orders.java:41)",
  );
  expect(records).toHaveLength(2);
  expect(frames).toBe(3);
});

test("Python names its exception last, after the code of each frame", () => {
  const python = `Traceback (most recent call last):
  File "/app/db.py", line 12, in connect
    return pool.acquire()
  File "/usr/lib/python3/site-packages/asyncpg/pool.py", line 3, in acquire
    raise x
asyncpg.exceptions.TooManyConnectionsError: sorry, too many clients already`;
  const { records } = readLog(python, 5_000);
  expect(records.map(({ message }) => message)).toEqual([
    "asyncpg.exceptions.TooManyConnectionsError: sorry, too many clients already",
  ]);
  expect(records[0]?.frame).toBe('File "/app/db.py", line 12, in connect');
});

test("JavaScript's frames are folded, its own code is told from its libraries", () => {
  const node = `TypeError: Cannot read properties of undefined (reading 'id')
    at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)
    at orderOf (/app/src/orders.js:10:9)
    at async node:internal/process/task_queues:95:5`;
  const { records } = readLog(node, 5_000);
  expect(records).toHaveLength(1);
  expect(records[0]?.frame).toBe("at orderOf (/app/src/orders.js:10:9)");
});

test("what differs only in what varies is one record, counted, under its first line", () => {
  const lines = Array.from(
    { length: 50 },
    (_, at) => `2026-11-22T10:00:${10 + at}Z ERROR request ${at * 31} failed after ${at}ms`,
  );
  const { records } = readLog(["start", ...lines].join("\n"), 5_000);
  expect(records[0]).toMatchObject({ line: 2, times: 50 });
});

test("colours and overwritten progress are gone, and lines that a terminal broke are whole again", () => {
  const sign = String.fromCharCode(27);
  expect(splitLines(`${sign}[31mred${sign}[0m\n10%\r20%\rdone`, 10).lines.map(({ text }) => text)).toEqual([
    "red",
    "done",
  ]);
  const long =
    "ERROR could not do the thing that was asked for because the disk of the machine ran full of old files again";
  const wrapped = [long, long, long].flatMap((text) => [text.slice(0, 80), text.slice(80)]).join("\n");
  expect(splitLines(wrapped, 100).lines).toEqual([
    { text: long, line: 1 },
    { text: long, line: 3 },
    { text: long, line: 5 },
  ]);
});
