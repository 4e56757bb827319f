import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLines } from "./read-lines";

const now = new Date("2026-01-15T15:00:00.000Z");
const read = (text: string, zone = "UTC", at = now) =>
  readLines(text, at, zone).map((entry) => [entry.at.toISOString().slice(0, 19), entry.body]);

describe("lines with times", () => {
  test.each([
    [
      "a chat",
      "[14:02] ana: restarted db-2\n[14:03] luis: vuelve\n  a responder\n[14:05:30] ana: ok",
      [
        ["2026-01-15T14:02:00", "ana: restarted db-2"],
        ["2026-01-15T14:03:00", "luis: vuelve\n  a responder"],
        ["2026-01-15T14:05:30", "ana: ok"],
      ],
    ],
    [
      "a list",
      "Cronología\n- 14:02 - reinicio\n- 14:10 — vuelve\n* 2:30 pm cerrado",
      [
        ["2026-01-15T14:02:00", "Cronología\nreinicio"],
        ["2026-01-15T14:10:00", "vuelve"],
        ["2026-01-15T14:30:00", "cerrado"],
      ],
    ],
    [
      "ISO 8601 with its zone",
      "2026-01-15T03:04:05Z start\n2026-01-15 03:04:06.123+01:00 next\n[2026-01-15 05:00:00] mine",
      [
        ["2026-01-15T03:04:05", "start"],
        ["2026-01-15T02:04:06", "next"],
        ["2026-01-15T05:00:00", "mine"],
      ],
    ],
    [
      "syslog, of the day that it says",
      "Jan 14 23:04:05 db-2 postgres[1]: PANIC\nJan  5 03:04:06 db-2 kernel: oom\nDec 31 23:00:00 db-2 cron: x",
      [
        ["2026-01-14T23:04:05", "db-2 postgres[1]: PANIC"],
        ["2026-01-05T03:04:06", "db-2 kernel: oom"],
        ["2025-12-31T23:00:00", "db-2 cron: x"],
      ],
    ],
    [
      "WhatsApp",
      "[14/1/26, 23:58:01] Ana Gómez: reinicio db-2\n[15/1/26, 0:03:10] Luis: vale\ny sigo",
      [
        ["2026-01-14T23:58:01", "Ana Gómez: reinicio db-2"],
        ["2026-01-15T00:03:10", "Luis: vale\ny sigo"],
      ],
    ],
    [
      "WhatsApp in American",
      "1/14/26, 11:58\u202fPM - Ana: x\n1/15/26, 12:03\u202fAM - Luis: y",
      [
        ["2026-01-14T23:58:00", "Ana: x"],
        ["2026-01-15T00:03:00", "Luis: y"],
      ],
    ],
    [
      "Slack",
      "Ana Gómez  2:02 PM\nrestarted db-2\nand db-3\nLuis\u00a0[14:03]\nok",
      [
        ["2026-01-15T14:02:00", "Ana Gómez: restarted db-2\nand db-3"],
        ["2026-01-15T14:03:00", "Luis: ok"],
      ],
    ],
    [
      "Teams",
      "[10:02 a. m.] Ana Gómez\nrestarted\n[10:03 a. m.] Luis\nok",
      [
        ["2026-01-15T10:02:00", "Ana Gómez\nrestarted"],
        ["2026-01-15T10:03:00", "Luis\nok"],
      ],
    ],
  ])("of %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("pass midnight: the last one is in the past, and those before it the day before", () => {
    const text = "23:50 uno\n23:58 dos\n00:04 tres\n00:01 fuera de orden";
    const soon = new Date("2026-01-15T00:10:00Z");
    expect(read(text, "UTC", soon).map(([at]) => at)).toEqual([
      "2026-01-14T23:50:00",
      "2026-01-14T23:58:00",
      "2026-01-15T00:04:00",
      "2026-01-15T00:01:00",
    ]);
    expect(read("22:00 a\n23:00 b", "UTC", soon)[1]?.[0]).toBe("2026-01-14T23:00:00");
  });

  test("are of the zone that is shown, and keep their order in the hour that comes twice", () => {
    const after = new Date("2026-10-25T04:00:00Z");
    expect(read("02:50 a\n02:10 b\n03:00 c", "Europe/Madrid", after).map(([at]) => at)).toEqual([
      "2026-10-25T00:50:00",
      "2026-10-25T01:10:00",
      "2026-10-25T02:00:00",
    ]);
  });

  test("that lie ahead say so", () => {
    const entries = readLines("2026-01-15 14:00 a\n2026-01-16 14:00 b", now, "UTC");
    expect(entries.map(({ future }) => future)).toEqual([false, true]);
  });

  test.each([
    "reinicié db-2",
    "14:02 una sola",
    "uno\ndos\ntres",
    "1. uno\n2. dos",
    "a 10:00 que 11\nb 3:2",
    "40/13/26, 14:02 x\n99:99 y",
  ])("are not seen in %j", (text) => {
    expect(readLines(text, now, "UTC")).toEqual([]);
  });

  test("never throw, whatever is pasted, and lose no word", () => {
    const line = fc.tuple(
      fc.constantFrom(
        "",
        "14:02 ",
        "[1:02 PM] ",
        "- 3:04 - ",
        "2026-01-15T03:04:05Z ",
        "Jan 15 03:04:05 ",
        "31/2/26, 1:00 ",
        "> ",
      ),
      fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/\s/g, "_")),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom("UTC", "Europe/Madrid", "nonsense"), (lines, zone) => {
        const entries = readLines(lines.map((parts) => parts.join("")).join("\n"), now, zone);
        for (const { at } of entries) expect(Number.isNaN(at.getTime())).toBe(false);
        expect(entries.length === 0 || entries.length > 1).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test("two thousand lines take a moment", () => {
    const before = performance.now();
    const text = Array.from(
      { length: 2_000 },
      (_, at) => `14:${String(at % 60).padStart(2, "0")} ana: ${"x".repeat(80)}`,
    );
    expect(readLines(text.join("\n"), now, "Europe/Madrid").length).toBe(2_000);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
