import { describe, expect, test } from "vitest";
import { parseSequence } from "./parse-sequence";

const events = (...lines: string[]) => parseSequence(["sequenceDiagram", ...lines].join("\n"))?.events ?? null;

test("who takes part, in the order in which they are named, with their labels", () => {
  const text =
    "sequenceDiagram\n%% nada\nparticipant db-1 as Base de datos<br/>(primaria)\nactor Guardia\nGuardia->>api.v2: x";
  expect([...(parseSequence(text)?.participants.values() ?? [])]).toEqual([
    { id: "db-1", label: "Base de datos\n(primaria)", isPerson: false },
    { id: "Guardia", label: "Guardia", isPerson: true },
    { id: "api.v2", label: "api.v2", isPerson: false },
  ]);
});

test.each([
  ["A->>B: hola", { dotted: false, head: true }],
  ["A -->> B: hola", { dotted: true, head: true }],
  ["A->B:hola", { dotted: false, head: false }],
  ["A-->B: hola", { dotted: true, head: false }],
])("the message %s", (line, look) => {
  expect(events(line)).toEqual([{ kind: "message", from: "A", to: "B", text: "hola", ...look }]);
});

test("who works is said beside a message, or by itself", () => {
  const short = events("A->>+B: pide", "B-->>-A: da");
  expect(short).toEqual(events("A->>B: pide", "activate B", "B-->>A: da", "deactivate B"));
  expect(short?.filter(({ kind }) => kind === "activity")).toEqual([
    { kind: "activity", of: "B", starts: true },
    { kind: "activity", of: "B", starts: false },
  ]);
});

test("notes beside one and over several", () => {
  expect(events("Note right of A: uno", "note left of A: dos", "Note over A, B: tres: cuatro")).toEqual([
    { kind: "note", side: "right", first: "A", last: "A", text: "uno" },
    { kind: "note", side: "left", first: "A", last: "A", text: "dos" },
    { kind: "note", side: "over", first: "A", last: "B", text: "tres: cuatro" },
  ]);
});

test("frames in frames, with their parts", () => {
  const text = ["loop cada minuto", "alt responde", "A->>B: x", "else", "par", "and y", "end", "end", "end"];
  expect(events(...text)?.map((event) => ("word" in event ? `${event.kind} ${event.word}` : event.kind))).toEqual([
    "open loop",
    "open alt",
    "message",
    "part else",
    "open par",
    "part and",
    "close",
    "close",
    "close",
  ]);
});

describe("what would be drawn otherwise than it was meant is left to Mermaid", () => {
  test.each([
    ["another kind", "graph TD\nA-->B"],
    ["nothing", "sequenceDiagram"],
    ["settings", "%%{init: {}}%%\nsequenceDiagram\nA->>B: x"],
    ["a cross as head", "sequenceDiagram\nA-xB: x"],
    ["a message that nobody waits for", "sequenceDiagram\nA-)B: x"],
    ["a head at both ends", "sequenceDiagram\nA<<->>B: x"],
    ["a message without text", "sequenceDiagram\nA->>B"],
    ["numbers", "sequenceDiagram\nautonumber\nA->>B: x"],
    ["a title", "sequenceDiagram\ntitle: x\nA->>B: x"],
    ["colours", "sequenceDiagram\nrect rgb(0,0,0)\nA->>B: x\nend"],
    ["boxes around participants", "sequenceDiagram\nbox x\nparticipant A\nend\nA->>B: x"],
    ["somebody who comes later", "sequenceDiagram\ncreate participant A\nB->>A: x"],
    ["two statements on a line", "sequenceDiagram\nA->>B: x;B->>A: y"],
    ["an entity", "sequenceDiagram\nA->>B: #35;"],
    ["markup", "sequenceDiagram\nA->>B: <b>x</b>"],
    ["how a text breaks", "sequenceDiagram\nA->>B: wrap: x"],
    ["somebody named twice", "sequenceDiagram\nparticipant A as x\nparticipant A as y"],
    ["a frame that is not closed", "sequenceDiagram\nloop x\nA->>B: x"],
    ["an end of nothing", "sequenceDiagram\nA->>B: x\nend"],
    ["another part of what has none", "sequenceDiagram\nloop x\nelse y\nend\nA->>B: x"],
    ["who stops without having begun", "sequenceDiagram\nA->>-B: x"],
    ["who never stops", "sequenceDiagram\nA->>+B: x"],
    ["more than anybody reads", `sequenceDiagram\n${"A->>B: x\n".repeat(151)}`],
  ])("%s", (_, text) => {
    expect(parseSequence(text)).toBeNull();
  });
});

test("a hostile line costs as much as it is long", () => {
  const cost = (length: number) => {
    const lines = ["A", "note over A", "A->>B", "participant A"].map((start) => `${start}${" a".repeat(length)}`);
    const before = process.cpuUsage();
    for (let round = 0; round < 20; round += 1) for (const line of lines) parseSequence(`sequenceDiagram\n${line}`);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  cost(500);
  expect(cost(3_000)).toBeLessThan(cost(500) * 20 + 20_000);
});
