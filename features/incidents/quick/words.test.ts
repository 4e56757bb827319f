import { expect, test } from "vitest";
import { incidentStatuses } from "../vocabulary";
import { readQuickEntry } from "./quick-grammar";
import { fold, spellings, statusSpelling } from "./words";

const now = new Date("2026-01-15T03:10:00.000Z");
const argument = { status: "monitoring", severity: "2", role: "@ana", entry: "texto" };

test("each verb does the same by every one of its names, with accents or without", () => {
  for (const { verb, es, en } of spellings) {
    const lines = [...es, ...en].map((word) => `/${word} ${argument[verb.does]}`);
    const bare = lines.map((line) =>
      line
        .normalize("NFD")
        .replace(/\p{Diacritic}/gu, "")
        .toUpperCase(),
    );
    const reads = [...lines, ...bare].map((line) => readQuickEntry(line, now, "UTC"));
    for (const read of reads) expect(read, read.text).toMatchObject(verb);
  }
});

test("each status has its words in both languages, and no word means two things", () => {
  const words = incidentStatuses.flatMap((status) => [...statusSpelling[status].es, ...statusSpelling[status].en]);
  expect(new Set(words).size).toBe(words.length);
  for (const status of incidentStatuses)
    for (const word of [...statusSpelling[status].es, ...statusSpelling[status].en])
      expect(readQuickEntry(`/estado ${word}`, now, "UTC")).toMatchObject({ does: "status", to: status });
});

test("no two verbs share a name", () => {
  const names = spellings.flatMap(({ es, en }) => [...new Set([...es, ...en].map(fold))]);
  expect(new Set(names).size).toBe(names.length);
});
