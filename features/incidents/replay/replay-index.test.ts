import { describe, expect, test } from "vitest";
import { pictureOf } from "./picture";
import { countUntil, entriesUntil, momentAt, replayIndex, textAt } from "./replay-index";
import type { Change, ReplayEntry } from "./schema";

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 15, 3, minutes)).toISOString();
const ms = (minutes: number) => Date.parse(at(minutes));

type Given = Partial<Omit<ReplayEntry, "changes">> & { changes?: Change[]; happened?: number; recorded?: number };
const entry = (seq: number, { happened, recorded = happened, ...given }: Given): ReplayEntry => ({
  id: String(seq),
  seq,
  kind: "note",
  happenedAt: at(happened ?? recorded ?? 0),
  recordedAt: at(recorded ?? 0),
  actor: "Ana",
  body: `entrada ${seq}`,
  retractedAt: null,
  earlier: [],
  changes: [],
  ...given,
});
const status = (to: "investigating" | "identified" | "mitigating" | "resolved"): Change[] => [{ of: "status", to }];

describe("a replay", () => {
  test("knows at each moment what had been written down, or what had happened by then", () => {
    const entries = [
      entry(1, { happened: 0, changes: [...status("investigating"), { of: "severity", to: "SEV2" }] }),
      entry(2, { happened: 2, recorded: 10, changes: [{ of: "severity", to: "SEV1" }] }),
    ];
    const known = replayIndex(entries, "known");
    const happened = replayIndex(entries, "happened");
    expect(momentAt(known, ms(5)).severity?.value).toBe("SEV2");
    expect(momentAt(happened, ms(5)).severity?.value).toBe("SEV1");
    expect(momentAt(known, ms(-1)).status).toBeNull();
  });

  test("lets what was told later about an earlier moment stand", () => {
    const entries = [
      entry(1, { happened: 0, changes: status("investigating") }),
      entry(2, { happened: 10, changes: status("identified") }),
      entry(3, { happened: 5, recorded: 12, changes: status("mitigating") }),
    ];
    const happened = replayIndex(entries, "happened");
    expect([4, 6, 11].map((minute) => momentAt(happened, ms(minute)).status?.value)).toEqual([
      "investigating",
      "mitigating",
      "mitigating",
    ]);
  });

  test("shows an entry with its text as it stood, and as it is known now for what had happened", () => {
    const corrected = entry(1, {
      happened: 0,
      body: "db-3",
      earlier: [
        { body: "db-1", happenedAt: at(0), replacedAt: at(5) },
        { body: "db-2", happenedAt: at(0), replacedAt: at(8) },
      ],
      retractedAt: at(20),
    });
    const stood = (minute: number) => textAt(corrected, "known", ms(minute));
    expect([1, 5, 7, 9].map((minute) => stood(minute).body)).toEqual(["db-1", "db-2", "db-2", "db-3"]);
    expect([19, 20].map((minute) => stood(minute).retracted)).toEqual([false, true]);
    expect(textAt(corrected, "happened", ms(1))).toMatchObject({ body: "db-3", retracted: true, corrected: false });
  });

  test("paints the whole incident: statuses, severities, entries in time and gaps", () => {
    const entries = [
      entry(1, { happened: 0, changes: [...status("investigating"), { of: "severity", to: "SEV2" }] }),
      entry(2, { happened: 10, changes: status("mitigating") }),
      entry(3, { happened: 10 }),
      entry(4, { happened: 40, changes: status("resolved") }),
    ];
    const picture = pictureOf(replayIndex(entries, "known"));
    expect(picture.statuses).toEqual([
      { status: "investigating", from: 0, to: 0.25 },
      { status: "mitigating", from: 0.25, to: 1 },
      { status: "resolved", from: 1, to: 1 },
    ]);
    expect(picture.severities).toEqual([{ severity: "SEV2", at: 0 }]);
    expect(picture.gaps).toEqual([{ from: 0.25, to: 1, minutes: 30 }]);
    expect([0, 10, 40].map((bin) => picture.bins[bin])).toEqual([1, 2, 1]);
  });

  test("goes to any of 20,000 entries in no time", () => {
    const entries = Array.from({ length: 20_000 }, (_, n) =>
      entry(n + 1, {
        recorded: Math.floor(n / 10),
        changes: [{ of: "step", runId: `r${n % 5}`, stepId: `s${n % 200}`, title: "Paso", state: "done" }],
      }),
    );
    const began = performance.now();
    const index = replayIndex(entries, "known");
    pictureOf(index);
    const built = performance.now();
    for (let n = 0; n < 10_000; n++) entriesUntil(index, ms(n % 2_000), 30);
    const walked = performance.now();
    expect(countUntil(index, ms(100))).toBe(1_010);
    // A moment costs next to nothing beside reading them all once.
    expect(walked - built).toBeLessThan(Math.max(200, built - began));
  });

  test("has nothing to show of no entries", () => {
    const index = replayIndex([], "known");
    expect(momentAt(index, index.end).status).toBeNull();
    expect(pictureOf(index).statuses).toEqual([]);
  });
});
