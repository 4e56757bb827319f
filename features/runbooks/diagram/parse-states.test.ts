import { describe, expect, test } from "vitest";
import { drawingOf } from "./drawing";
import { parseStates } from "./parse-states";

const read = (...lines: string[]) => {
  const chart = parseStates(["stateDiagram-v2", ...lines].join("\n"));
  return (
    chart && {
      nodes: [...chart.nodes.values()].map(({ shape, label }) => `${shape} ${label}`.trim()),
      edges: chart.edges.map(({ from, to, label }) => `${from} → ${to} ${label}`.trim()),
    }
  );
};

test("states from their beginning to their end", () => {
  expect(
    read("[*] --> Sano", "Sano --> Caído : tres sondas fallan", "Caído-->Sano", "Caído --> [*]: se retira"),
  ).toEqual({
    nodes: ["start", "rounded Sano", "rounded Caído", "end"],
    edges: ["[*] start → Sano", "Sano → Caído tres sondas fallan", "Caído → Sano", "Caído → [*] end se retira"],
  });
});

test("names, descriptions and states by themselves", () => {
  expect(
    read("%% nada", 'state "Sin réplica" as s1', "s2 : Con réplica", "state s3", "s4", "s1 --> s2")?.nodes,
  ).toEqual(["rounded Sin réplica", "rounded Con réplica", "rounded s3", "rounded s4"]);
});

test("drawn with its marks, as it is turned, and told in words", () => {
  const drawing = drawingOf("stateDiagram\ndirection LR\naccTitle: Salud\n[*] --> Sano\nSano --> [*]: fin");
  expect(drawing?.title).toBe("Salud");
  expect(drawing?.description).toBe("● → Sano; Sano → (fin) ◉");
  expect(drawing?.nodes.map(({ mark }) => mark)).toEqual([true, false, true]);
  expect(drawing?.width).toBeGreaterThan(drawing?.height ?? 0);
});

describe("what would be drawn otherwise than it was meant is left to Mermaid", () => {
  test.each([
    ["another kind", "graph TD\nA-->B"],
    ["nothing", "stateDiagram-v2"],
    ["a state of states", "stateDiagram-v2\nstate A {\nB --> C\n}"],
    ["a choice", "stateDiagram-v2\nstate c <<choice>>\nA --> c"],
    ["notes", "stateDiagram-v2\nA --> B\nnote right of A : x"],
    ["classes", "stateDiagram-v2\nA:::rojo --> B"],
    ["styles", "stateDiagram-v2\nA --> B\nclassDef rojo fill:#f00"],
    ["two descriptions", "stateDiagram-v2\nA : uno\nA : dos"],
    ["markup", "stateDiagram-v2\nA --> B : <b>x</b>"],
    ["things side by side", "stateDiagram-v2\nA --> B\n--\nC --> D"],
  ])("%s", (_, text) => {
    expect(parseStates(text)).toBeNull();
  });
});
