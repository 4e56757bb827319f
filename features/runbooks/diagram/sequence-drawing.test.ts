import { expect, test } from "vitest";
import { type SequenceDrawing, sequenceDrawingOf } from "./sequence-drawing";

const drawn = (...lines: string[]): SequenceDrawing => {
  const drawing = sequenceDrawingOf(["sequenceDiagram", ...lines].join("\n"));
  if (!drawing) throw new Error("not drawn");
  return drawing;
};
const night = [
  "participant B as Balanceador",
  "actor G as Guardia de plataforma",
  "participant db-1",
  "loop Cada diez segundos, también de noche",
  "B->>+db-1: sonda de salud con un texto bastante largo",
  "db-1->>db-1: comprueba el espacio en disco",
  "alt responde",
  "db-1-->>-B: 200",
  "else no responde",
  "Note over B,db-1: se saca del reparto",
  "B->>G: avisa",
  "end",
  "end",
  "Note left of B: el principio",
  "Note right of db-1: el final de la fila",
  "G-->db-1: mira",
];

test("what is said later stands below, and everything inside the canvas", () => {
  const { left, width, height, participants, frames, bars, notes, messages } = drawn(...night);
  const isInside = (x: number, y: number) => x >= left && y >= 0 && x <= left + width && y <= height;
  for (const { points, text } of messages) {
    for (const { x, y } of points) expect(isInside(x, y)).toBe(true);
    expect(isInside(text.x, text.y)).toBe(true);
  }
  for (const box of [...participants, ...frames, ...bars, ...notes])
    expect(isInside(box.x, box.y) && isInside(box.x + box.width, box.y + box.height)).toBe(true);
  const places = messages.map(({ points }) => points[0]?.y ?? 0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect([participants.length, frames.length, bars.length, notes.length, messages.length]).toEqual([6, 2, 1, 3, 5]);
});

test("lifelines stand as far apart as what is said between them is wide", () => {
  const [short, long] = ["x", "una frase que no cabe en el sitio de siempre"].map((text) => {
    const [first, second] = drawn(`A->>B: ${text}`).lifelines;
    return (second?.x ?? 0) - (first?.x ?? 0);
  });
  expect(long).toBeGreaterThan((short ?? 0) + 40);
});

test("a frame is around what happens in it, and an inner one within the outer", () => {
  const { frames, messages } = drawn(...night);
  const [outer, inner] = frames;
  if (!outer || !inner) throw new Error("two frames");
  expect([outer.word, inner.word]).toEqual(["loop", "alt"]);
  expect(outer.x).toBeLessThan(inner.x);
  expect(outer.y + outer.height).toBeGreaterThan(inner.y + inner.height);
  expect(inner.parts.map(({ text }) => text.lines.join(" "))).toEqual(["[responde]", "[no responde]"]);
  const answer = messages[2]?.points[0]?.y ?? 0;
  expect(answer > inner.y && answer < (inner.parts[1]?.y ?? 0)).toBe(true);
});

test("a message ends at the edge of who begins to work with it", () => {
  const { bars, messages, lifelines } = drawn("A->>+B: x", "B-->>-A: y");
  expect(messages[0]?.points.at(-1)?.x).toBe((lifelines[1]?.x ?? 0) - 5);
  expect(messages[1]?.points[0]?.x).toBe((lifelines[1]?.x ?? 0) - 5);
  expect(bars[0]?.y).toBe(messages[0]?.points[0]?.y);
});

test("it is told in words, with the author's own first", () => {
  const { title, description } = drawn("accTitle: Sonda", "accDescr: De noche", ...night.slice(0, 3), "B->>G: a<br>b");
  expect(title).toBe("Sonda");
  expect(description).toBe("De noche. Balanceador → Guardia de plataforma: a b");
  expect(drawn("opt a", "A-->>B: c", "end", "Note over A: d").description).toBe("[opt] a; A ⇢ B: c; [end]; A: d");
});

test("names that mean something to a program are names, and an empty frame is drawn", () => {
  expect(drawn("constructor->>__proto__: toString").lifelines).toHaveLength(2);
  expect(drawn("A->>B: x", "loop", "end").frames).toHaveLength(1);
});

test("what Mermaid alone can draw is left to it", () => {
  expect(sequenceDrawingOf("stateDiagram-v2\n[*] --> A")).toBeNull();
});
