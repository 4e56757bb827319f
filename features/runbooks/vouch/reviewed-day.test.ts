import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { withReviewed } from "./reviewed-day";

const day = "2026-11-22";

test.each([
  [
    "a value",
    "---\ntitle: A\nreviewed: 2025-10-24\nowner: B\n---\n# A\n",
    "---\ntitle: A\nreviewed: 2026-11-22\nowner: B\n---\n# A\n",
  ],
  [
    "quotes and a comment",
    '---\nreviewed: "2025-10-24"   # by hand\n---\n',
    "---\nreviewed: 2026-11-22   # by hand\n---\n",
  ],
  ["nothing after the colon", "---\nreviewed:\nowner: B\n---\n", "---\nreviewed: 2026-11-22\nowner: B\n---\n"],
  ["an empty word", "---\nreviewed: null # never\n---\n", "---\nreviewed: 2026-11-22 # never\n---\n"],
  [
    "no key, beside its period",
    "---\ntitle: A\nreviewEvery: 31d\n---\nx",
    "---\ntitle: A\nreviewed: 2026-11-22\nreviewEvery: 31d\n---\nx",
  ],
  [
    "no key and no period",
    "---\r\ntitle: A\r\n---\r\nx\r\n",
    "---\r\ntitle: A\r\nreviewed: 2026-11-22\r\n---\r\nx\r\n",
  ],
  [
    "lone carriage returns",
    "---\rtitle: A\rreviewed: 2025-01-01\r---\rx",
    "---\rtitle: A\rreviewed: 2026-11-22\r---\rx",
  ],
  ["a mark of the byte order", "\uFEFF---\nreviewed: 2025-01-01\n---\n", "\uFEFF---\nreviewed: 2026-11-22\n---\n"],
  ["a map in braces", "---\n{title: A, owner: B}\n---\n", "---\n{title: A, owner: B, reviewed: 2026-11-22}\n---\n"],
  [
    "a folded text before the end",
    "---\nsummary: >\n  two\n  lines\n---\n",
    "---\nsummary: >\n  two\n  lines\nreviewed: 2026-11-22\n---\n",
  ],
  [
    "a block of one line",
    "---\nreviewed: |-\n  2025-10-24\ntitle: A\n---\n",
    "---\nreviewed: 2026-11-22\ntitle: A\n---\n",
  ],
  [
    "the key in a nested map too",
    "---\nlinks: [{ reviewed: 1 }]\nreviewed: 2025-01-01\n---\n",
    "---\nlinks: [{ reviewed: 1 }]\nreviewed: 2026-11-22\n---\n",
  ],
  ["an empty front matter", "---\n---\n# A\n", "---\nreviewed: 2026-11-22\n---\n# A\n"],
  ["none at all", "# A\n\nText.\n", "---\nreviewed: 2026-11-22\n---\n# A\n\nText.\n"],
])("is set over %s", (_, before, after) => {
  expect(withReviewed(before, day)).toBe(after);
});

test.each([
  ["front matter that is code", "---js\nreviewed: 1\n---\n"],
  ["front matter that never ends", "---\ntitle: A\n"],
  ["another kind", "+++\ntitle = 1\n+++\n"],
  ["a list", "---\n- a\n---\n"],
  ["broken YAML", "---\ntitle: [\n---\n"],
  ["one key twice", "---\nreviewed: 2025-01-01\nreviewed: 2025-01-02\n---\n"],
  ["anchors", "---\na: &x [1]\nb: *x\nreviewed: 2025-01-01\n---\n"],
])("refuses %s", (_, text) => {
  expect(withReviewed(text, day)).toBeNull();
});

const line = fc.string({ maxLength: 30 }).filter((text) => !/[\r\n]/.test(text));
const key = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => name !== "reviewed");
const value = fc.oneof(
  line,
  fc.integer(),
  fc.boolean(),
  fc.array(line, { maxLength: 3 }),
  fc.dictionary(key, line, { maxKeys: 3 }),
);
const head = fc.record({
  data: fc.dictionary(key, value, { maxKeys: 6 }),
  reviewed: fc.option(fc.constant("2020-02-02")),
  at: fc.nat(6),
});

describe("any front matter and any text under it", () => {
  test("keeps every byte but those of the day, and setting it twice is setting it once", () => {
    fc.assert(
      fc.property(head, fc.array(line), fc.constantFrom("\n", "\r\n"), ({ data, reviewed, at }, body, eol) => {
        const entries: [string, unknown][] = Object.entries(data);
        if (reviewed) entries.splice(Math.min(at, entries.length), 0, ["reviewed", reviewed]);
        const yaml = entries.length > 0 ? stringify(Object.fromEntries(entries), { lineWidth: 0 }) : "";
        const text = ["---", ...yaml.split("\n").slice(0, -1), "---", ...body].join(eol);
        const edited = withReviewed(text, day);
        expect(edited).not.toBeNull();
        const removed = (edited ?? "").replace(`reviewed: ${day}${eol}`, "");
        expect(removed).toBe(text.replace(/reviewed: "?2020-02-02"?\r?\n/, ""));
        expect(withReviewed(edited ?? "", day)).toBe(edited);
      }),
      { numRuns: 500 },
    );
  });
});
