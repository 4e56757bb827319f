import { expect, test } from "vitest";
import { chordOf, matchShortcut } from "./chord";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ ...plain, key: "k", ctrlKey: true }, "mod+k"],
  [{ ...plain, key: "k", metaKey: true }, "mod+k"],
  [{ ...plain, key: "?", shiftKey: true }, "?"],
  [{ ...plain, key: "ArrowDown", shiftKey: true }, "shift+arrowdown"],
  [{ ...plain, key: " " }, "space"],
])("a press is named as shortcuts are written (%#)", (press, chord) => {
  expect(chordOf(press)).toBe(chord);
});

test("the longest shortcut that the presses complete wins", () => {
  expect(matchShortcut(["g", "r"], ["r", "g r", "g i"])).toBe("g r");
  expect(matchShortcut(["x", "r"], ["r", "g r"])).toBe("r");
  expect(matchShortcut(["g"], ["r", "g r"])).toBeNull();
});
