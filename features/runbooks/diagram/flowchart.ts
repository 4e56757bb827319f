/** A flowchart as its author wrote it: the part of Mermaid's language that the server can draw. */
export type Flowchart = {
  direction: "TB" | "BT" | "LR" | "RL";
  /** What the author says it shows (`accTitle`, `accDescr`); null when nothing. */
  title: string | null;
  description: string | null;
  nodes: Map<string, FlowNode>;
  edges: FlowEdge[];
  groups: Map<string, FlowGroup>;
};

export type FlowShape = "box" | "rounded" | "stadium" | "subroutine" | "database" | "circle" | "diamond" | "hexagon";

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
