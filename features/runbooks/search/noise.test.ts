import { expect, test } from "vitest";
import { withoutNoise } from "./noise";
import { squeezed } from "./squeeze";

const signature = (line: string) => squeezed(withoutNoise(line)).trim();

test.for([
  ['could not extend file "base/16384/2619": No space left on device', "could not extend file no space left on device"],
  ["could not extend file: No space left on device", "could not extend file no space left on device"],
  [
    "2026-11-22T10:29:59.123Z dial tcp 10.2.3.4:5432: connect: connection refused",
    "dial tcp connect connection refused",
  ],
  ["Nov 22 10:29:59 db-2 kernel: Out of memory: Killed process 4121", "db 2 kernel out of memory killed process"],
  ["request 7f9c2ba4-e88f-4d3a-9a2b-0c1d2e3f4a5b timed out after 30000ms", "request timed out after"],
  ["GET https://api.example.com/v1/orders/9912 503 in 12.4s", "get 503 in"],
  ["pod api-7d9f8b6c5d-x2k4q OOMKilled (exit code 137)", "pod api oomkilled exit code 137"],
  ["ORA-00942: table or view does not exist", "ora 00942 table or view does not exist"],
  ["P3006 migrate diff failed", "p3006 migrate diff failed"],
  ["el usuario «app» no existe", "el usuario no existe"],
  ["don't panic, it isn't lost", "don t panic it isn t lost"],
] as const)("%s is %s", ([line, expected]) => {
  expect(signature(line)).toBe(expected);
});

test("a hostile line is looked at in no time", () => {
  const startedAt = performance.now();
  for (const part of ["a-", "1.", "a.", "/a", "0:", "'a ", "1-", "a@", "2026-"]) withoutNoise(part.repeat(20_000));
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
