import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changeTo } from "./rebase-change";

const doc = (text: string) => Text.of(text.split("\n"));

test("a text becomes another one by what differs alone", () => {
  const change = changeTo(doc("uno dos tres"), "uno DOS tres", null);
  expect(change?.toJSON()).toEqual([4, [3, "DOS"], 5]);
  expect(changeTo(doc("igual"), "igual", null)).toBeNull();
});

test("what was typed since the text was told stays", () => {
  const told = doc("uno\ndos\ntres");
  const typed = ChangeSet.of({ from: 3, insert: " y medio" }, told.length);
  const change = changeTo(told, "uno\ndos\nTRES", typed);
  expect(change?.apply(typed.apply(told)).toString()).toBe("uno y medio\ndos\nTRES");
});

test("no character that was typed is lost, whatever others did", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), fc.constantFrom("«typed»"), (old, theirs, at, text) => {
      const told = doc(old.replaceAll("\r", ""));
      const typed = ChangeSet.of({ from: at % (told.length + 1), insert: text }, told.length);
      const now = typed.apply(told);
      const after = changeTo(told, theirs, typed)?.apply(now) ?? now;
      expect(after.toString()).toContain(text);
    }),
  );
});
