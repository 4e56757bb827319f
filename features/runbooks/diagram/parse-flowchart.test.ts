import { describe, expect, test } from "vitest";
import { parseFlowchart } from "./parse-flowchart";

const read = (text: string) => {
  const chart = parseFlowchart(text);
  if (!chart) return null;
  return {
    nodes: [...chart.nodes.values()].map(({ id, label, shape }) => `${id} ${shape} ${label}`),
    edges: chart.edges.map(({ from, to, label, line, heads, length }) =>
      [`${heads.start ? "<" : ""}${from}`, line, length, `${to}${heads.end ? ">" : ""}`, label].join(" ").trim(),
    ),
  };
};

test("a decision with its answers, as it is written most often", () => {
  expect(read("graph TD\n  A{¿Responde?} -->|sí| B[Nada que hacer]\n  A -- no --> C([Reiniciar])\n")).toEqual({
    nodes: ["A diamond ¿Responde?", "B box Nada que hacer", "C stadium Reiniciar"],
    edges: ["A solid 1 B> sí", "A solid 1 C> no"],
  });
});

test("several statements and nodes on a line, chains, comments, quotes and line breaks", () => {
  const text = 'flowchart LR; %%x\nA["1 (uno)<br/>dos"] --> B & C-->D;E\n%% nada\nD ---> A';
  expect(read(text.replace(" %%x", ""))).toEqual({
    nodes: ["A box 1 (uno)\ndos", "B box B", "C box C", "D box D", "E box E"],
    edges: ["A solid 1 B>", "A solid 1 C>", "B solid 1 D>", "C solid 1 D>", "D solid 2 A>"],
  });
});

test.each([
  ["A --- B", "A solid 1 B"],
  ["A-->B", "A solid 1 B>"],
  ["A <--> B", "<A solid 1 B>"],
  ["A -.- B", "A dotted 1 B"],
  ["A -.->|x y| B", "A dotted 1 B> x y"],
  ["A -. a veces .-> B", "A dotted 1 B> a veces"],
  ["A ==> B", "A thick 1 B>"],
  ["A == deprisa ==> B", "A thick 1 B> deprisa"],
  ['A -- "re-try (x)" --> B', "A solid 1 B> re-try (x)"],
  ["A -- re-try --- B", "A solid 1 B re-try"],
  ["db-1 --> db-2", "db-1 solid 1 db-2>"],
])("the link %s", (line, expected) => {
  expect(read(`graph TD\n${line}`)?.edges).toEqual([expected]);
});

test.each([
  ["[x]", "box"],
  ["(x)", "rounded"],
  ["([x])", "stadium"],
  ["[[x]]", "subroutine"],
  ["[(x)]", "database"],
  ["((x))", "circle"],
  ["{x}", "diamond"],
  ["{{x}}", "hexagon"],
])("the shape %s", (written, shape) => {
  expect(read(`graph TD\nA${written}`)?.nodes).toEqual([`A ${shape} x`]);
});

test("groups hold the nodes that are first named in them, and stand in one another", () => {
  const chart = parseFlowchart("graph TD\nsubgraph dc [Centro de datos]\nA --> B\nsubgraph r1\nC\nend\nend\nA --> D");
  expect([...(chart?.groups.values() ?? [])]).toEqual([
    { id: "dc", title: "Centro de datos", parent: null },
    { id: "r1", title: "r1", parent: "dc" },
  ]);
  expect([...(chart?.nodes.values() ?? [])].map(({ id, group }) => [id, group])).toEqual([
    ["A", "dc"],
    ["B", "dc"],
    ["C", "r1"],
    ["D", null],
  ]);
});

describe("what would be drawn otherwise than it was meant is left to Mermaid", () => {
  test.each([
    ["another kind", "sequenceDiagram\nA->>B: x"],
    ["settings", "%%{init: {}}%%\ngraph TD\nA-->B"],
    ["front matter", "---\ntitle: x\n---\ngraph TD\nA-->B"],
    ["styles", "graph TD\nA-->B\nstyle A fill:#f00"],
    ["classes", "graph TD\nA:::rojo-->B"],
    ["clicks", 'graph TD\nA-->B\nclick A "https://example.org"'],
    ["a cross as head", "graph TD\nA --x B"],
    ["a circle as head, its letter taken from the name", "graph TD\nA---oB"],
    ["a shape it does not know", "graph TD\nA[/x/] --> B"],
    ["a flag", "graph TD\nA>x] --> B"],
    ["markup in a text", "graph TD\nA[<done>] --> B"],
    ["an entity", "graph TD\nA[#quot;x#quot;] --> B"],
    ["Markdown in a text", 'graph TD\nA["`**x**`"] --> B'],
    ["a line that leads to a group", "graph TD\nsubgraph g\nA\nend\nB --> g"],
    ["an empty group", "graph TD\nsubgraph g\nend\nA"],
    ["a group that is not closed", "graph TD\nsubgraph g\nA"],
    ["a direction within a group", "graph TD\nsubgraph g\ndirection LR\nA\nend"],
    ["groups in groups, side by side", "graph LR\nsubgraph g\nsubgraph h\nA\nend\nend"],
    ["an end too many", "graph TD\nA\nend"],
    ["a link that leads nowhere", "graph TD\nA -->"],
    ["no node", "graph TD"],
    ["a text that is not a diagram", "graph of things"],
    ["more nodes than one can read", `graph TD\n${Array.from({ length: 61 }, (_, n) => `n${n}`).join("\n")}`],
  ])("%s", (_, text) => {
    expect(parseFlowchart(text)).toBeNull();
  });
});

test("a hostile text is refused in time that grows with its length, not with its ways to be read", () => {
  const spent = (text: string) => {
    const before = process.cpuUsage();
    parseFlowchart(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  for (const piece of ["-", "--", "A--", "- ", "-. ", "=", "[", "A[ ", '"', "A -- x ", "(", "| "])
    expect(spent(`graph TD\nA ${piece.repeat(7_900 / piece.length)}`), piece).toBeLessThan(500);
});
