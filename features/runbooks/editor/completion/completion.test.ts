import { Text } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { gate } from "../../pipeline/gate";
import { scan } from "../structure/scan";
import { vocabulary } from "../vocabulary";
import { blockSnippets, snippetText } from "./block-snippets";
import type { Lookup, Proposal } from "./proposal";
import { proposalsAt } from "./proposals";

const words = vocabulary();

/** What is proposed where `|` stands, or at the end. */
function found(text: string, asked = true) {
  const offset = text.includes("|") ? text.indexOf("|") : text.length;
  const whole = text.replace("|", "");
  const doc = Text.of(whole.split("\n"));
  const before = whole.slice(Math.max(0, offset - 2_000), offset);
  return proposalsAt({
    line: before.slice(before.lastIndexOf("\n") + 1),
    before,
    offset,
    marks: scan(doc),
    slice: (from, to) => whole.slice(from, to),
    words,
    lang: "es",
    path: "colas/colas",
    today: "2026-01-31",
    asked,
  });
}
const labels = (text: string, asked = true) => found(text, asked)?.proposals.map((one) => one.label);

const lookup: Lookup = {
  targets: async (q) => [{ path: "api/redis", title: `Redis (${q})` }],
  anchors: async (path) => [
    { id: "caida", title: `Caída de ${path}`, kind: "procedure" },
    { id: "notas", title: "Notas", kind: "heading" },
  ],
  words: async () => ({
    services: ["api"],
    owners: ["Backend Team", "Ops: noche"],
    tags: ["redis"],
    alerts: ["RedisDown"],
    variables: [{ name: "API_URL", label: "URL de la API" }],
  }),
};
const later = async (text: string): Promise<Proposal[] | undefined> => found(text)?.later?.(lookup);

describe("tags", () => {
  test("after `<` those that fit here come first", () => {
    expect(labels("<Remediation>\n\n<")?.[0]).toBe("<Step>");
    expect(labels("<")?.slice(0, 3)).toEqual(["<Checklist>", "<Triage>", "<Procedure>"]);
    expect(labels("un \\<")).toBeUndefined();
  });

  test("inside a tag are the attributes that it has not got yet, required ones first", () => {
    expect(labels('<Step title="x" ')?.[0]).toBe("id");
    expect(labels('<Step id="a" title="x" ki')).not.toContain("title");
    expect(labels('<Step id="a" title="x" ki')).toContain("kind");
  });

  test("inside an attribute are its values", () => {
    expect(labels('<Step id="a" kind="')).toEqual(["read", "change"]);
    expect(found('<Checklist when="rec')?.from).toBe('<Checklist when="'.length);
    expect(labels('<Step title="Mirar colas" id="')).toEqual(["mirar-colas"]);
    expect(labels('<Step within="')).toContain("5m");
  });

  test("after `</` are the tags that are open, the innermost first", () => {
    expect(labels("<Procedure id='a > b'>\n<Symptoms>\n</Symptoms>\n</")).toEqual(["</Procedure>"]);
    expect(labels("<Procedure>\n<Symptoms>\n</")).toEqual(["</Symptoms>", "</Procedure>"]);
  });
});

describe("ids", () => {
  const text = '<Step id="mirar" title="Mirar">\n</Step>\n<Callout id="no">\n</Callout>\n<Option goto="|">';

  test("an answer leads to steps of this text, with their titles", () => {
    expect(found(text)?.proposals).toEqual([{ label: "mirar", kind: "id", detail: "Mirar" }]);
  });

  test("to other runbooks, and to the steps and procedures of one", async () => {
    expect((await later('<Option goto="red'))?.map(({ label }) => label)).toEqual(["api/redis#"]);
    expect((await later('<Option goto="api/redis#c'))?.map(({ label }) => label)).toEqual(["api/redis#caida"]);
  });
});

describe("links", () => {
  test("lead to runbooks by their titles, and to places of one behind `#`", async () => {
    expect(await later("ver [esto](red")).toEqual([
      { label: "Redis (red)", kind: "link", detail: "api/redis", text: "/runbooks/api/redis" },
    ]);
    expect((await later("ver [esto](/runbooks/api/redis#"))?.map(({ text }) => text)).toEqual([
      "/runbooks/api/redis#caida",
      "/runbooks/api/redis#notas",
    ]);
  });

  test("lead to the headings and ids of this text", () => {
    expect(labels('# Qué mirar\n\n<Step id="a" title="A"></Step>\n\n[x](#')).toEqual(["#a", "#qué-mirar"]);
    expect(found("[x](https://exam")).toBeNull();
    expect(labels('<Step id="a">\n</Step>\n\n<Option goto="half\n\n[x](#')).toEqual(["#a"]);
  });
});

describe("in a fence", () => {
  test("are its languages in the first line", () => {
    expect(labels("```ba")).toContain("bash");
    expect(labels("```bash\ncat <")).not.toContain("<Procedure>");
    expect(labels("```json\ncat <")).toBeUndefined();
    expect(labels("```bash\ncat\n```\n\n<")).toContain("<Procedure>");
  });

  test("are the variables that are declared and used in this text, then those of the service", async () => {
    const head =
      "---\nvariables:\n  - { name: TOKEN, secret: true }\n  - name: HOST\nlang: es\n---\n\n```bash\nssh ${NODE}\n```\n\n";
    expect(labels(`${head}\`\`\`bash\ncurl \${`)).toEqual(["${TOKEN}", "${HOST}", "${NODE}"]);
    expect(labels(`${head}\`\`\`bash\ncurl <to`)).toEqual(["<TOKEN>", "<HOST>", "<NODE>"]);
    expect(labels(`${head}\`\`\`bash\ncurl $T`)).toEqual(["$TOKEN", "$HOST"]);
    expect(await later(`${head}\`\`\`bash\ncurl \${`)).toEqual([
      { label: "${API_URL}", kind: "variable", detail: "URL de la API" },
    ]);
    expect(labels("```bash\ncurl {{ $labels.")).toContain("{{ $labels.instance }}");
  });
});

describe("in the front matter", () => {
  test("are the keys that are missing, also of what is listed", () => {
    expect(labels("---\ntitle: x\n")).toContain("owner");
    expect(labels("---\ntitle: x\n")).not.toContain("title");
    expect(labels("---\ntitle: x\n---\n")).not.toContain("owner");
    expect(labels("---\nvariables:\n  - { name: x, se")).toEqual(["default", "label", "from", "pattern", "secret"]);
  });

  test("are the values of a key", async () => {
    expect(labels("---\ncriticality: ")).toEqual(["critical", "high", "medium", "low"]);
    expect(labels("---\nlang: e")).toEqual(["es", "en"]);
    expect(labels("---\nreviewed: ")).toEqual(["2026-01-31"]);
    expect(labels("---\nservice: ")).toEqual(["colas"]);
    expect((await later("---\nowner: "))?.map(({ text }) => text)).toEqual(["Backend Team", '"Ops: noche"']);
    expect((await later("---\nalerts:\n  - "))?.map(({ text }) => text)).toEqual(['alertname="RedisDown"']);
    expect((await later("---\ntags: [docker, "))?.map(({ label }) => label)).toEqual(["redis"]);
  });
});

describe("blocks", () => {
  test("are proposed at the beginning of a line, but only when asked for or typed on", () => {
    expect(labels("text\n", false)).toBeUndefined();
    expect(labels("text\nPro", false)).toContain("Procedure");
    expect(labels("text\n", true)).toContain("Callout");
  });

  const wrap: Record<string, (block: string) => string> = {
    Step: (block) => `<Procedure id="p" title="P">\n\n<Diagnosis>\n\n${block}\n\n</Diagnosis>\n\n</Procedure>`,
    Inner: (block) => wrap.Step?.(`<Step id="id" title="S">\n\n${block}\n\n</Step>`) ?? "",
    Phase: (block) => `<Procedure id="p" title="P">\n\n${block}\n\n</Procedure>`,
    Option: (block) => wrap.Inner?.(`<Decision id="d" question="¿Q?">\n\n${block}\n\n${block}\n\n</Decision>`) ?? "",
  };
  const holders: Record<string, string> = {
    Step: "Step",
    Change: "Step",
    Irreversible: "Step",
    Expect: "Inner",
    Undo: "Inner",
    Option: "Option",
    Symptoms: "Phase",
    Causes: "Phase",
    Diagnosis: "Phase",
    Remediation: "Phase",
    Verification: "Phase",
    Escalation: "Phase",
  };

  test.each(Object.entries({ ...blockSnippets("es") }))("%s passes the gate as it is", (name, snippet) => {
    const holder = wrap[holders[name] ?? ""] ?? ((block: string) => block);
    const decided =
      name === "Decision" ? (block: string) => wrap.Inner?.(block.replace('id="id"', 'id="d"')) ?? "" : holder;
    const source = `---\ntitle: T\nservice: s\nlang: es\nowner: O\n---\n\n${decided(snippetText(snippet))}\n`;
    const { problems } = gate({ file: "s/f.mdx", path: "s/f", format: "mdx", source });
    const advice = name === "Option" ? ["backward-question", "endless-loop"] : ["backward-question"];
    expect(problems.filter(({ rule }) => !advice.includes(rule))).toEqual([]);
  });

  test("say the same in both languages", () => {
    expect(Object.keys(blockSnippets("en"))).toEqual(Object.keys(blockSnippets("es")));
    expect(blockSnippets("en").Undo).toContain("How to take it back");
  });
});
