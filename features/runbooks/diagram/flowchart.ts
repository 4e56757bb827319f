/** Beyond these the browser draws it: a page must not wait for a drawing that nobody can read. */
export const mostCharacters = 8_000;
export const mostNodes = 60;
export const mostEdges = 120;

/** A flowchart as its author wrote it, or states that follow one another: the part of Mermaid's language that the server can draw. */
export type Flowchart = {
  direction: "TB" | "BT" | "LR" | "RL";
  /** What the author says it shows (`accTitle`, `accDescr`); null when nothing. */
  title: string | null;
  description: string | null;
  nodes: Map<string, FlowNode>;
  edges: FlowEdge[];
  groups: Map<string, FlowGroup>;
};

export type FlowShape =
  | "box"
  | "rounded"
  | "stadium"
  | "subroutine"
  | "database"
  | "circle"
  | "diamond"
  | "hexagon"
  /** Where states begin and end: a mark without a text. */
  | "start"
  | "end";

/** `label` is its text with a line feed where the author breaks it. */
export type FlowNode = { id: string; label: string; shape: FlowShape; group: string | null };

export type FlowEdge = {
  from: string;
  to: string;
  label: string;
  line: "solid" | "dotted" | "thick";
  /** Whether its beginning and its end have a head. */
  heads: { start: boolean; end: boolean };
  /** Ranks that it spans at least. */
  length: number;
};

export type FlowGroup = { id: string; title: string; parent: string | null };
