import { expect, test } from "vitest";
import { type Drawing, drawingOf } from "./drawing";

const drawn = (text: string): Drawing => {
  const drawing = drawingOf(text);
  if (!drawing) throw new Error("not drawn");
  return drawing;
};
const placeOf = ({ nodes }: Drawing, label: string) => {
  const text = nodes.find((node) => node.text.lines.join(" ") === label)?.text;
  if (!text) throw new Error(`no ${label}`);
  return text;
};

test("what follows stands below what it follows, or beside it, as the author says", () => {
  const below = drawn("graph TD\nA --> B");
  expect(placeOf(below, "B").y).toBeGreaterThan(placeOf(below, "A").y + 40);
  const beside = drawn("graph LR\nA --> B");
  expect(placeOf(beside, "B").x).toBeGreaterThan(placeOf(beside, "A").x + 40);
  const above = drawn("graph BT\nA --> B");
  expect(placeOf(above, "B").y).toBeLessThan(placeOf(above, "A").y);
});

test("every line, outline and text stands inside the canvas", () => {
  const text =
    'graph TD\nsubgraph g [Un grupo con un nombre bastante largo]\nA{"¿Queda espacio en el disco de la base de datos?"}\nend\nA -->|sí| B[(db-2)]\nA -->|no, y crece| C((x))\nC --> A\nC --> C\nB -.-> D{{Esperar}}';
  const { width, height, nodes, edges, groups } = drawn(text);
  const isInside = (x: number, y: number) => x >= 0 && y >= 0 && x <= width && y <= height;
  for (const { path } of edges)
    for (const [, x, y] of path.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu))
      expect(isInside(Number(x), Number(y)), path).toBe(true);
  for (const { text: label } of nodes) expect(isInside(label.x, label.y)).toBe(true);
  for (const group of groups) expect(isInside(group.x + group.width, group.y + group.height)).toBe(true);
  expect(edges).toHaveLength(5);
  expect(edges.every(({ path }) => !path.includes("NaN"))).toBe(true);
});

test("a long text breaks between words, and its node makes room for it", () => {
  const { nodes } = drawn("graph TD\nA[Comprobar que la réplica ha alcanzado al primario antes de seguir] --> B");
  expect(nodes[0]?.text.lines.length).toBeGreaterThan(1);
});

test("it is told in words, with the author's own first", () => {
  const text = "graph TD\naccTitle: Qué hacer\naccDescr: Según responda\nA{¿Ok?} -->|no| B[Reiniciar]\nC";
  const { title, description } = drawn(text);
  expect(title).toBe("Qué hacer");
  expect(description).toBe("Según responda. ¿Ok? → (no) Reiniciar; C");
});

test("names that mean something to a program are names", () => {
  const { nodes } = drawn("graph TD\nconstructor --> __proto__\ntoString --> hasOwnProperty");
  expect(nodes).toHaveLength(4);
});

test("any graph of nodes in groups is laid out, with loops and lines of several ranks", () => {
  let seed = 7;
  const upTo = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  for (let round = 0; round < 60; round += 1) {
    const nodes = 2 + upTo(14);
    const groups = upTo(3) + 1;
    const inGroups = Array.from({ length: groups }, (_, at) => `subgraph g${at} [Grupo ${at}]\nn${at}\nend`);
    const links = Array.from(
      { length: upTo(20) },
      () => `n${upTo(nodes)} -${"-".repeat(1 + upTo(2))}>|x| n${upTo(nodes)}`,
    );
    const text = ["graph LR", ...inGroups, ...links].join("\n");
    expect(drawingOf(text), text).not.toBeNull();
  }
});

test("what Mermaid alone can draw is left to it", () => {
  expect(drawingOf("sequenceDiagram\nA->>B: hola")).toBeNull();
});
