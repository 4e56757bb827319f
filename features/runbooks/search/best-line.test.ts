import fc from "fast-check";
import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import type { SearchSection } from "../artifact";
import { bestLine, soughtBy } from "./best-line";
import { lineReader } from "./line-reader";
import { mostBytes, recordParts, writeRecord } from "./section-record";
import { stemsIn } from "./terms";

type Texts = Pick<SearchSection, "symptoms" | "causes" | "prose" | "commands">;

function lineFor(worth: Map<string, number>, texts: Texts): string {
  const parts = recordParts(
    searchSection({ anchor: "a", kind: "section", alerts: "AlertName", ...texts }),
    lineReader(),
  );
  const bytes = new Uint8Array(mostBytes(parts) + 3);
  writeRecord(parts, bytes.subarray(3)); // a record begins anywhere
  return bestLine(bytes, 3, soughtBy(worth));
}

// What it says, looked up in the texts.
function plainly(worth: Map<string, number>, { symptoms, causes, prose, commands }: Texts): string {
  let best = "";
  let most = 0;
  for (const [at, text] of [symptoms, causes, prose, commands].entries()) {
    for (const line of text.split("\n")) {
      const words = new Set(stemsIn(line));
      const held = [...worth].reduce((sum, [term, value]) => sum + (words.has(term) ? value : 0), 0);
      const own = (held * (at === 0 ? 1.3 : 1)) / (1 + new TextEncoder().encode(line).length / 2_000);
      if (own > most || (best === "" && words.size > 0)) {
        best = line;
        most = own;
      }
    }
  }
  return best.trim();
}

test("it is the line that says most of what is looked for", () => {
  const texts = {
    symptoms: "Va lento",
    causes: "",
    prose: "El disco está lleno\n  La réplica está caída  ",
    commands: "df -h",
  };
  expect(lineFor(new Map([["replic", 1]]), texts)).toBe("La réplica está caída");
  expect(
    lineFor(
      new Map([
        ["disc", 1],
        ["df", 2],
      ]),
      texts,
    ),
  ).toBe("df -h");
  expect(lineFor(new Map([["nada", 1]]), texts)).toBe("Va lento");
  expect(lineFor(new Map([["disc", 1]]), { symptoms: "", causes: "", prose: "\n---\n", commands: "" })).toBe("");
});

test("whatever the texts are, it is what a look at them would say", () => {
  const word = fc.constantFrom("disco", "lleno", "réplica", "df", "—", "日本", "max_connections", "", " ");
  const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
  const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join("\n"));
  const worth = fc
    .uniqueArray(fc.tuple(fc.constantFrom("disc", "llen", "replic", "df", "max"), fc.integer({ min: 1, max: 9 })), {
      selector: ([term]) => term,
    })
    .map((pairs) => new Map(pairs));
  fc.assert(
    fc.property(worth, text, text, text, text, (asked, symptoms, causes, prose, commands) => {
      const texts = { symptoms, causes, prose, commands };
      expect(lineFor(asked, texts)).toBe(plainly(asked, texts));
    }),
    { numRuns: 500 },
  );
});
