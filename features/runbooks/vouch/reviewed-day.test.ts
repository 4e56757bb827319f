import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { setMatter } from "../matter/edit-matter";

const day = "2026-11-22";

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

test("a vouch keeps every byte but those of the day, and done twice it is done once", () => {
  fc.assert(
    fc.property(head, fc.array(line), fc.constantFrom("\n", "\r\n"), ({ data, reviewed, at }, body, eol) => {
      const entries: [string, unknown][] = Object.entries(data);
      if (reviewed) entries.splice(Math.min(at, entries.length), 0, ["reviewed", reviewed]);
      const yaml = entries.length > 0 ? stringify(Object.fromEntries(entries), { lineWidth: 0 }) : "";
      const text = ["---", ...yaml.split("\n").slice(0, -1), "---", ...body].join(eol);
      const edited = setMatter(text, "reviewed", day);
      expect(edited).not.toBeNull();
      const removed = (edited ?? "").replace(`reviewed: ${day}${eol}`, "");
      expect(removed).toBe(text.replace(/reviewed: "?2020-02-02"?\r?\n/, ""));
      expect(setMatter(edited ?? "", "reviewed", day)).toBe(edited);
    }),
    { numRuns: 500 },
  );
});
