import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gate } from "@/features/runbooks/pipeline/gate";
import { emptyRecord, entryOf, runOf } from "@/test/record";
import { postMortemDraft, postMortemPath } from "./post-mortem-draft";
import { firstLine, plainLine, safeMarkdown } from "./safe-markdown";

const hostile = [
  "{process.exit(1)}",
  "}{",
  "{/*",
  "*/}",
  "<script>alert(1)</script>",
  "<Step {...x}>",
  "</Procedure>",
  "<>",
  "import a from 'b'",
  "export const x = 1",
  "---",
  "---js",
  "===",
  "```",
  "````bash",
  "~~~",
  "`",
  "``` {js}",
  "    ```",
  "[x](javascript:alert(1))",
  "![x](https://tracker.example/x.png)",
  "[x](//evil.example)",
  "[x](/\u200b/evil.example)",
  "https://a[x](javascript:alert(1))",
  "[x]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "xmpp:a@b.example",
  "[^1]: nota",
  "| a | b |\n| --- | --- |",
  "- - - - x",
  "www.evil.example<script>",
  "a@b.example{x}",
  "https://a.example)<script>",
  "1986. fue un gran año",
  "> > > cita",
  "# título",
  "\\",
  "\\{x}",
  "&lt;script&gt;",
  "**{x}**",
  "**\\",
  "a_b_c *d*",
  "\u0000\u0007\u2028",
  "<!-- -->",
  "$a$ ~b~",
];

/** A record that holds a text wherever somebody can write one. */
const recordOf = (text: string) => {
  const { incident, ...record } = emptyRecord();
  const title = text.replaceAll(/\s+/g, " ").trim() || "x";
  return {
    ...record,
    incident: { ...incident, title: title.slice(0, 300), summary: text, rootCause: text, services: ["pagos"] },
    entries: [
      entryOf(1, { kind: "note", body: text, actorName: text }),
      entryOf(2, { kind: "evidence", body: text }),
      entryOf(3, { kind: "decision", body: `antes\n\n${text}\n\ndespués` }),
      entryOf(4, { kind: "status", data: { from: "identified", to: "mitigating", reason: text } }),
      entryOf(5, { kind: "note", body: text, data: { event: "suggestion" } }),
      entryOf(6, { kind: "role", data: { role: "lead", action: "assumed", person: { name: text } } }),
    ],
    runs: [runOf({ title: text, startedBy: text, note: text, step: text })],
    followUps: [
      {
        id: "0198c7d2-0000-7000-8000-000000000009",
        title: text,
        ownerId: null,
        ownerName: text,
        dueOn: "2026-02-01T00:00:00.000Z",
        doneAt: null,
        createdAt: "2026-01-15T04:00:00.000Z",
        version: 1,
      },
    ],
  };
};

const errorsOf = (source: string) =>
  gate({ file: "x.mdx", path: "postmortems/inc-7", format: "mdx", kind: "postmortem", source }).problems.filter(
    ({ severity }) => severity === "error",
  );

describe("a drafted post-mortem passes the gate whatever people wrote:", () => {
  test.each(hostile)("%j", (text) => {
    expect(errorsOf(postMortemDraft(recordOf(text), "es"))).toEqual([]);
  });

  test("anything put together from it", { timeout: 60_000 }, () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "grapheme", maxLength: 20 }));
    const glue = fc.constantFrom("", " ", "\n", "\n\n", "\r\n", "\t");
    const text = fc.array(fc.tuple(piece, glue), { minLength: 1, maxLength: 8 }).map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(text, (written) => {
        expect(errorsOf(postMortemDraft(recordOf(written), "en"))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test("twenty thousand long entries", { timeout: 60_000 }, () => {
    const record = emptyRecord();
    const entries = Array.from({ length: 20_000 }, (_, at) =>
      entryOf(at + 1, { kind: at % 2 ? "note" : "evidence", body: `${"*".repeat(500)} {x} `.repeat(8) }),
    );
    const source = postMortemDraft({ ...record, entries }, "es");
    expect(errorsOf(source)).toEqual([]);
    expect(source).toMatch(/Otras 19\.[68]00 entradas/);
  });
});

describe("what people wrote stays what they wrote", () => {
  test("code, bold, lists and links stay Markdown; the rest is text", () => {
    expect(safeMarkdown("Reinicié `db-{2}` y **ya**:\n- a_b\n- [panel](https://g.example/d)")).toBe(
      "Reinicié `db-{2}` y **ya**:\n- a\\_b\n- [panel](https://g.example/d)",
    );
    expect(safeMarkdown("<b>hola</b>\notra línea")).toBe("\\<b>hola\\</b>\\\notra línea");
  });

  test("a fence that was left open ends with its entry, and one inside another text is longer than it", () => {
    expect(safeMarkdown("```bash\nls {x}")).toBe("```bash\nls {x}\n```");
    expect(safeMarkdown("~~~\n```\nx\n~~~")).toBe("````\n```\nx\n````");
  });

  test("the first paragraph is one line", () => {
    expect(firstLine("● Hecho: **Ver los logs**\n\nNada raro")).toBe("● Hecho: **Ver los logs**");
  });

  test("a name is no Markdown", () => {
    expect(plainLine("- Ana *la de guardia*\n# x")).toBe("\\- Ana \\*la de guardia\\* # x");
  });

  test("a secret that nobody was asked about stays behind", () => {
    const token = ["ghp", "0123456789abcdefghijABCDEFGHIJ012345"].join("_");
    const draft = postMortemDraft(recordOf(`curl -H "Authorization: Bearer ${token}"`), "es");
    expect(draft).not.toContain(token);
    expect(draft).toContain("curl");
  });
});

test.each([
  ["La API no responde (5xx)", "postmortems/inc-7-la-api-no-responde-5xx"],
  ["Señal débil: ¡caída!", "postmortems/inc-7-senal-debil-caida"],
  ["日本", "postmortems/inc-7"],
])("%s is kept as %s", (title, path) => {
  expect(postMortemPath({ number: 7, title })).toBe(path);
});
