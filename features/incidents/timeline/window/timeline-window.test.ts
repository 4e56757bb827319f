import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntryView } from "../schema";
import { compareBy } from "./order";
import type { EntryFilter } from "./schema";
import { extendWindow, most, openWindow, receive, replaceWindow, totalOf } from "./timeline-window";

const all: EntryFilter = { kind: [] };

/** Entry `seq`, which happened in the given minute after three o'clock. */
const entry = (seq: number, minute = seq, more: Partial<EntryView> = {}): EntryView => ({
  id: `id-${seq}`,
  seq,
  kind: "note",
  body: `entrada ${seq}`,
  happenedAt: new Date(Date.UTC(2026, 0, 15, 3, minute)).toISOString(),
  recordedAt: "2026-01-15T09:00:00.000Z",
  actor: { id: null, name: "Ana" },
  source: "web",
  data: {},
  runId: null,
  stepId: null,
  revision: 0,
  changedSeq: seq,
  retracted: null,
  ...more,
});

const upTo = (n: number) => Array.from({ length: n }, (_, at) => entry(at + 1));
const seqs = ({ entries }: { entries: EntryView[] }) => entries.map(({ seq }) => seq);
/** The end of a timeline of `total` entries, of which the last `held` are held. */
const end = (total: number, held: number, filter = all) =>
  openWindow({ entries: upTo(total).slice(-held), before: total - held, after: 0, lastSeq: total }, "happened", filter);

test("what arrives stands where it happened, and beyond the stretch it is counted", () => {
  const window = receive(end(20, 5), [entry(21), entry(22, 18), entry(23, 2)]);
  expect(seqs(window)).toEqual([16, 17, 18, 22, 19, 20, 21]);
  expect([window.before, window.after, window.lastSeq]).toEqual([16, 0, 23]);
});

test("what arrives twice or late changes nothing", () => {
  const corrected = entry(19, 19, { revision: 1, body: "corregida" });
  const window = receive(end(20, 5), [corrected, entry(21)]);
  expect(receive(window, [entry(21), entry(19), entry(20)])).toMatchObject({
    entries: window.entries,
    before: 15,
    after: 0,
  });
  expect(window.entries.find(({ seq }) => seq === 19)?.body).toBe("corregida");
});

test("a corrected time moves its entry, and a retraction shows", () => {
  const moved = receive(end(20, 5), [entry(20, 17, { revision: 1 })]);
  expect(seqs(moved)).toEqual([16, 17, 20, 18, 19]);
  const away = receive(end(20, 5), [entry(20, 1, { revision: 1 })]);
  expect([seqs(away), away.before]).toEqual([[16, 17, 18, 19], 16]);
  const retracted = { at: "2026-01-15T09:00:00.000Z", by: "Ana", reason: "no" };
  expect(receive(end(2, 2), [entry(2, 2, { retracted })]).entries[1]?.retracted).toEqual(retracted);
});

test("a filter holds back what does not pass", () => {
  const window = end(3, 3, { kind: [], q: "CORREGIDÁ" });
  expect(seqs(receive(window, [entry(4), entry(5, 5, { body: "ya corregida" })]))).toEqual([1, 2, 3, 5]);
});

test("what arrives while a stretch is asked for is not lost, whichever comes first", () => {
  const past = openWindow({ entries: upTo(5), before: 0, after: 15, lastSeq: 20 }, "happened", all);
  const heard = receive(past, [entry(21), entry(20, 20, { revision: 1 })]);
  expect(seqs(heard)).toEqual([1, 2, 3, 4, 5]);
  const view = { entries: upTo(20).slice(-4), before: 16, after: 0, lastSeq: 20 };
  const replaced = replaceWindow(heard, view, "happened", all);
  expect(seqs(replaced)).toEqual([17, 18, 19, 20, 21]);
  expect(replaced.entries[3]?.revision).toBe(1);
  const extended = extendWindow(heard, "after", { ...view, entries: upTo(20).slice(5) });
  expect(seqs(extended)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
  expect(extended.after).toBe(0);
});

test("a long absence and a long way back leave a stretch of bounded length, and the count of the rest", () => {
  const missed = Array.from({ length: 20_000 }, (_, at) => entry(at + 21));
  const following = receive(end(20, 5), missed);
  expect(following.entries.length).toBeLessThanOrEqual(most);
  expect([following.entries.at(-1)?.seq, totalOf(following)]).toEqual([20_020, 20_020]);
  let back = following;
  for (let page = 0; page < 30; page++) {
    const last = (back.entries[0]?.seq ?? 1) - 1;
    const entries = Array.from({ length: 100 }, (_, at) => entry(last - 99 + at));
    back = extendWindow(back, "before", { entries, before: last - 100, after: 0, lastSeq: 20_020 });
  }
  expect(back.entries.length).toBeLessThanOrEqual(most);
  expect(back.after).toBeGreaterThan(0);
  expect(totalOf(back)).toBe(20_020);
});

test("in whatever pieces and order they arrive, the stretch is what a reader of it all would see", () => {
  const arrivals = fc.shuffledSubarray(
    Array.from({ length: 30 }, (_, at) => at + 1),
    { minLength: 30 },
  );
  const minutes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(arrivals, minutes, fc.integer({ min: 1, max: 7 }), (order, minute, size) => {
      const entries = order.map((seq) => entry(seq, minute[seq - 1] ?? 0));
      let window = openWindow({ entries: [], before: 0, after: 0, lastSeq: 0 }, "happened", all);
      for (let at = 0; at < entries.length; at += size) window = receive(window, entries.slice(at, at + size));
      expect(window.entries).toEqual(entries.toSorted(compareBy.happened));
    }),
  );
});
