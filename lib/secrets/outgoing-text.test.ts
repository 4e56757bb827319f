import { expect, test } from "vitest";
import { findSecrets } from "./find-secrets";
import { clearedName, outgoingText, previewPieces } from "./outgoing-text";

const text = "uno https://u:hunter2@h dos password=correcthorse tres";
const found = findSecrets(text);

test("masks everything that was found, the possible too", () => {
  expect(outgoingText(text, new Set())).toEqual({
    text: "uno https://u:••••••@h dos password=•••••• tres",
    cleared: [],
  });
});

test("leaves what a person cleared, and says where it stands in what is sent", () => {
  const cleared = new Set(found.map((part) => clearedName(text, part)));
  expect(outgoingText(text, cleared)).toEqual({ text, cleared: [{ kind: "url_password", from: 14, to: 21 }] });
  const shifted = `password=otracosa1 ${text}`;
  expect(outgoingText(shifted, cleared)).toEqual({
    text: `password=•••••• ${text}`,
    cleared: [{ kind: "url_password", from: 30, to: 37 }],
  });
});

test("a preview shows what was found with the text around it, and leaves out the rest", () => {
  const long = `${"a".repeat(1_000)} ${text} ${"b".repeat(1_000)}`;
  const pieces = previewPieces(long, findSecrets(long), 20);
  expect(pieces.map(({ gap, part }) => (gap ? "…" : part ? part.kind : "text"))).toEqual([
    "…",
    "text",
    "url_password",
    "text",
    "assignment",
    "text",
    "…",
  ]);
  expect(pieces.map(({ from, to }) => long.slice(from, to)).join("")).toBe(long);
});
