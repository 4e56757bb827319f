import { expect, test } from "vitest";
import type { Analysis } from "../analysis/schema";
import { type ImportItem, isOver, stateOf, takenIds } from "./batch";
import { addressesOf, companionsOf, pathFault, questionOf, withFiles } from "./compose";
import { withExistingMatter } from "./existing-matter";
import { type Intake, refusalOfFile } from "./intake";
import { reportMarkdown, reportOf } from "./report";

const analysis: Analysis = {
  state: "ready",
  text: "x",
  mdx: "x",
  ...{ problems: [], notices: [], escapes: [], damage: [], proposals: [], addresses: [] },
  equivalence: { complete: true, missing: [], compared: 12 },
  matter: { title: "x", lang: "es", owner: "x", criticality: null },
};
const file = (place: string, more: Partial<Intake> = {}): Intake => ({
  place,
  kind: /\.md$/.test(place) ? "text" : "file",
  size: 1,
  bytes: new Uint8Array([1]),
  refusal: null,
  ...more,
});
let last = 0;
function batch(places: Intake[], digests: Record<string, string> = {}, existing: string[] = []): ImportItem[] {
  const newId = () => `id-${++last}`;
  return withFiles([], places, new Map(Object.entries(digests)), new Set(existing), newId).items;
}
const pathsOf = (items: ImportItem[]) => items.map(({ choice }) => `${choice.service}/${choice.file}`);

test("each text gets a path of its folder and name, and a number where somebody has it", () => {
  const items = batch([file("wiki/Pagos/Cola llena.md"), file("wiki/Pagos/cola-llena.md"), file("Suelto.md")], {}, [
    "importados/suelto",
  ]);
  expect(pathsOf(items)).toEqual(["pagos/cola-llena", "pagos/cola-llena-2", "importados/suelto-2"]);
});

test("a text that is there already is left out until somebody wants it twice", () => {
  const [first, second] = batch([file("a/uno.md"), file("a/dos.md")], { "a/uno.md": "same", "a/dos.md": "same" });
  expect([first?.choice.include, second?.choice.include, second?.duplicateOf]).toEqual([true, false, "a/uno.md"]);
  expect(second && stateOf(second)).toBe("duplicate");
});

test("nothing goes where something is, or where two would go", () => {
  const [one, two] = batch([file("a/uno.md"), file("a/dos.md")]) as [ImportItem, ImportItem];
  const at = (item: ImportItem, name: string): ImportItem => ({ ...item, choice: { ...item.choice, file: name } });
  expect(pathFault(one, [one, two], new Set(["a/uno"]))).toBe("taken");
  expect(pathFault({ ...one, choice: { ...one.choice, update: { blob: "b" } } }, [one], new Set(["a/uno"]))).toBeNull();
  expect(pathFault(at(one, "dos"), [at(one, "dos"), two], new Set())).toBe("twice");
  expect(pathFault(at(one, "No Así"), [], new Set())).toBe("invalid");
});

test("the question to the server holds what was decided, and where addresses lead", () => {
  const items = batch([file("w/a/uno.md"), file("w/a/dos.md"), file("w/a/p.png")]).map((item) =>
    item.place === "w/a/uno.md"
      ? { ...item, analysis: { ...analysis, addresses: ["dos.md", "p.png", "no.png"] } }
      : item,
  );
  const [one] = items as [ImportItem];
  expect(questionOf(one, items)).toMatchObject({
    path: "a/uno",
    accepted: null,
    addresses: { "dos.md": "/runbooks/a/dos", "p.png": "p.png" },
  });
  expect(addressesOf(one, items).absent).toEqual(["no.png"]);
  expect(companionsOf([one], items)).toEqual([{ from: "w/a/p.png", to: "a/p.png" }]);
});

test("a proposal that stands in a refused one comes to nothing", () => {
  const of = (id: string, needs: string | null) =>
    ({ id, needs, kind: "Step", line: 1, what: "", why: "label", names: [] }) as Analysis["proposals"][number];
  expect(takenIds([of("a", null), of("b", "a"), of("c", null)], ["a"])).toEqual(["c"]);
});

test("a file is refused for what it is before it is read", () => {
  expect(refusalOfFile("a/x.md", 600_000)).toBe("too-large");
  expect(refusalOfFile("a/x.md", 0)).toBe("empty");
  expect(refusalOfFile("a/x.exe", 10)).toBe("kind");
  expect(refusalOfFile("a/x.png", 30_000_000)).toBe("too-large");
  expect(refusalOfFile("../x.md", 10)).toBe("leads-out");
  expect(refusalOfFile("a/x.png", 10)).toBeNull();
});

test("text that is missing is a state of its own, which nothing else hides", () => {
  const [item] = batch([file("a/uno.md")]) as [ImportItem];
  const missing = { complete: false, missing: [{ line: 3, text: "x" }], compared: 9 };
  expect(stateOf({ ...item, analysis: { ...analysis, equivalence: missing } })).toBe("missing");
  expect(stateOf({ ...item, analysis })).toBe("ready");
  expect(stateOf({ ...item, analysis: { ...analysis, state: "refused", mdx: null } })).toBe("refused");
});

test("an update keeps the front matter that is there, signs and all", () => {
  const there = "---\ntitle: Vieja\nalerts: ['$&']\n---\n\nViejo\n";
  expect(withExistingMatter(there, "---\ntitle: Nueva\n---\n\nNuevo\n")).toBe(
    "---\ntitle: Vieja\nalerts: ['$&']\n---\n\nNuevo\n",
  );
});

test("the report says what became of each file, what was compared and what is missing", () => {
  const [item, refused] = batch([file("a/uno.md"), file("a/dos.md", { refusal: "encrypted", bytes: null })]) as [
    ImportItem,
    ImportItem,
  ];
  const done: ImportItem = { ...item, analysis, done: "published" };
  const report = reportOf([done, refused], {
    importId: "i",
    at: "2026-01-01T00:00:00Z",
    commit: "c1",
    message: "m",
    files: ["a/p.png"],
  });
  expect(report.runbooks).toMatchObject([
    { source: "a/uno.md", path: "a/uno", outcome: "published", compared: 12, missing: [] },
    { source: "a/dos.md", path: null, outcome: "refused", why: "encrypted" },
  ]);
  const words = {
    ...{ title: "Informe", missing: "Falta", commit: "Commit", files: "Ficheros" },
    outcome: (one: string) => one,
    compared: (count: number) => `${count} comparadas`,
    proposals: (taken: number, made: number) => `${taken}/${made}`,
    line: (line: number, text: string) => `${line}: ${text}`,
    notice: (rule: string) => rule,
  };
  const text = reportMarkdown(report, words);
  expect(text).toContain("# Informe\n\n2026-01-01T00:00:00Z\n\nCommit: `c1`");
  expect(text).toContain("## a/uno.md\n\n- published: `a/uno`\n- 12 comparadas\n");
  expect(text).toContain("## Ficheros\n\n- `a/p.png`\n");
});

test("an import is over when what somebody wanted is done, whatever was left out or refused", () => {
  const items = batch(
    [file("a/uno.md"), file("a/copia.md"), file("a/mal.md", { refusal: "encrypted", bytes: null }), file("a/p.png")],
    { "a/uno.md": "same", "a/copia.md": "same" },
  );
  expect(isOver(items)).toBe(false);
  const [first, ...rest] = items as [ImportItem, ...ImportItem[]];
  const done: ImportItem = { ...first, done: "published" };
  expect(isOver([done, ...rest])).toBe(true);
  expect(isOver([done, ...batch([file("a/dos.md")]), ...rest])).toBe(false);
});
