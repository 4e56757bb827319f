import { describe, expect, test } from "vitest";
import { compileRunbook } from "../pipeline/adapter";
import { type RunbookComponents, renderRunbook } from "../render/adapter";
import type { Row } from "./align";
import { anchorsOf } from "./anchors";
import { attributeChanges, headChanges } from "./attribute-changes";
import { type Comparison, compareDocuments } from "./comparison";
import { changedWords, piecesOf } from "./likeness";

const head = "---\ntitle: Emergencias\nservice: api\nlang: es\nowner: Backend Team\ntags: [redis]\n---\n";
const step = (id: string, inside: string, more = "") =>
  `<Step id="${id}" title="Paso ${id}"${more}>\n\n${inside}\n\n</Step>\n`;
const procedure = (id: string, ...steps: string[]) =>
  `\n<Procedure id="${id}" title="Procedimiento ${id}">\n\n<Diagnosis>\n\n${steps.join("\n")}\n</Diagnosis>\n\n</Procedure>\n`;
const logs = step("logs", "Mira los registros del servicio.\n\n```bash\ndocker logs api\n```");
const disk = step("disk", "Mira si queda sitio en el disco.\n\n```bash\ndf -h\n```");

const names =
  "Procedure Diagnosis Remediation Verification Escalation Symptoms Causes Step Expect Undo Decision Option";
const components = Object.fromEntries(
  [...names.split(" "), "Checklist", "Triage", "Callout", "CommandBlock", "Snippet", "Diagram"].map((name) => [
    name,
    () => null,
  ]),
) as unknown as RunbookComponents;

async function document(body: string, front = head) {
  const source = front + body;
  const { artifact, problems } = await compileRunbook({ path: "api/guia", format: "mdx", source, unfinished: true });
  if (!artifact) throw new Error(JSON.stringify(problems));
  return { tree: renderRunbook(artifact, components), frontMatter: artifact.frontMatter, source };
}
const compare = async (before: string, after: string) =>
  compareDocuments(await document(before), await document(after), components);

/** A comparison in a line for each row: `= Procedure`, `~ p`, `+ Step#logs`. */
const drawn = (rows: Row[]): string[] =>
  rows.flatMap((row) => {
    const named = ({ name, id }: { name: string; id: string | null }) => (id ? `${name}#${id}` : name);
    if (row.kind === "opened") {
      return [`${row.headChanged ? "≠" : "›"} ${named(row.after)}`, ...drawn(row.rows).map((line) => `  ${line}`)];
    }
    const sign = { same: "=", changed: "~", added: "+", removed: "-" }[row.kind];
    return [`${sign} ${named(row.kind === "removed" ? row.before : row.after)}`];
  });

describe("two rendered runbooks", () => {
  test("that say the same have no changes, however they are written", async () => {
    const found = await compare(procedure("a", logs), procedure("a", logs).replaceAll("\n\n", "\n\n\n"));
    expect(found.changes).toBe(0);
  });

  test("open what changed down to the paragraph, and nothing else", async () => {
    const after = logs.replace("registros", "últimos registros");
    const found = await compare(
      procedure("a", logs, disk) + procedure("b", disk.replaceAll("disk", "d2")),
      [procedure("a", after, disk), procedure("b", disk.replaceAll("disk", "d2"))].join(""),
    );
    expect(drawn(found.rows)).toEqual([
      "› Procedure#a",
      "  › Diagnosis",
      "    › Step#logs",
      "      ~ p",
      "      = CommandBlock",
      "    = Step#disk",
      "= Procedure#b",
    ]);
    expect(found.changes).toBe(1);
  });

  test("know a step by its id, also when it says something else", async () => {
    const found = await compare(procedure("a", logs), procedure("a", step("logs", "Reinicia y avisa a guardia.")));
    expect(drawn(found.rows)).toEqual([
      "› Procedure#a",
      "  › Diagnosis",
      "    › Step#logs",
      "      - p",
      "      - CommandBlock",
      "      + p",
    ]);
  });

  test("tell a step that moved from one that is new", async () => {
    const found = await compare(procedure("a", logs, disk), procedure("a", disk, logs, step("end", "Avisa.")));
    const moved = inPhase(found.rows).map((row) => [row.kind, "moved" in row && row.moved]);
    expect(moved).toEqual([
      ["removed", true],
      ["same", false],
      ["added", true],
      ["added", false],
    ]);
  });

  test("show a change of the head, such as of a step's kind, with its attributes", async () => {
    const changed = step(
      "disk",
      "Mira si queda sitio en el disco.\n\n```bash\ndf -h\n```",
      ' irreversible within="5m"',
    );
    const found = await compare(procedure("a", disk), procedure("a", changed));
    const row = inPhase(found.rows)[0];
    expect(row).toMatchObject({ kind: "opened", headChanged: true });
    if (row?.kind !== "opened") return;
    expect(headChanges(row.before, row.after)).toEqual({ before: [], after: ["irreversible", 'within="5m"'] });
  });

  test("show where a link leads now, which no reader sees", async () => {
    const link = (url: string) => `Abre [el panel](${url}) y mira.\n`;
    const found = await compare(link("https://grafana.example.org"), link("https://evil.example.org"));
    const row = found.rows[0];
    if (row?.kind !== "changed") throw new Error("not changed");
    expect(row.before.text).toBe(row.after.text);
    expect(attributeChanges(row.before, row.after, found.names)).toEqual({
      before: ['a href="https://grafana.example.org"'],
      after: ['a href="https://evil.example.org"'],
    });
  });

  test("compare the front matter field by field", async () => {
    const one = await document(procedure("a", logs));
    const other = await document(procedure("a", logs), head.replace("[redis]", "[redis, postgres]"));
    expect(compareDocuments(one, other, components)).toMatchObject({
      changes: 1,
      fields: [{ field: "tags", before: ["redis"], after: ["redis", "postgres"] }],
    });
  });

  test("show a runbook that was not there as added throughout", async () => {
    const found = compareDocuments(null, await document(procedure("a", logs)), components);
    expect(drawn(found.rows)).toEqual(["+ Procedure#a"]);
    expect(found.fields.map(({ field }) => field)).toContain("title");
  });

  test("find the line on which a block begins", async () => {
    const after = await document(procedure("a", logs, disk));
    const found = compareDocuments(await document(""), after, components);
    const lineOf = (needle: string) => after.source.split("\n").findIndex((line) => line.includes(needle)) + 1;
    expect(linesOf(found, "Procedure")).toEqual([lineOf("<Procedure")]);
    expect(linesOf(found, "Step")).toEqual([lineOf('id="logs"'), lineOf('id="disk"')]);
    expect(linesOf(found, "p")).toEqual([lineOf("Mira los registros"), lineOf("Mira si queda")]);
    expect(anchorsOf(found)).toEqual([
      { side: "after", from: lineOf("<Procedure"), to: after.source.split("\n").length },
    ]);
    expect(linesOf(found, "CommandBlock")).toEqual([lineOf("docker logs"), lineOf("df -h")]);
  });
});

const linesOf = ({ lines }: Comparison, name: string) =>
  [...lines].flatMap(([block, line]) => (block.name === name ? [line.from] : []));

/** The rows inside the only phase of the only procedure. */
function inPhase(rows: Row[]): Row[] {
  const first = rows[0];
  const phase = first?.kind === "opened" ? first.rows[0] : undefined;
  return phase?.kind === "opened" ? phase.rows : [];
}

describe("changed words", () => {
  test("are marked on both sides, and cut where a text is in pieces", () => {
    const words = changedWords("reinicia el servicio db-1 ahora", "reinicia el servicio db-2 ahora");
    expect(piecesOf("el servicio db-1 ahora", 9, words?.before ?? [])).toEqual([
      { text: "el servicio db-", changed: false },
      { text: "1", changed: true },
      { text: " ahora", changed: false },
    ]);
  });
  test("are none where there is little in common", () => {
    expect(changedWords("uno dos tres", "cuatro cinco seis siete")).toBeNull();
  });
});
