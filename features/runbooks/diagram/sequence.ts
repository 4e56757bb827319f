/** A sequence of messages as its author wrote it: the part of Mermaid's language that the server can draw. */
export type Sequence = {
  /** What the author says it shows (`accTitle`, `accDescr`); null when nothing. */
  title: string | null;
  description: string | null;
  participants: Map<string, Participant>;
  events: SequenceEvent[];
};

/** `label` is its text with a line feed where the author breaks it. */
export type Participant = { id: string; label: string; isPerson: boolean };

export type Message = { kind: "message"; from: string; to: string; text: string; dotted: boolean; head: boolean };
export type Note = { kind: "note"; side: "left" | "right" | "over"; first: string; last: string; text: string };
export type SequenceEvent =
  | Message
  | Note
  /** Somebody begins to work, or stops. */
  | { kind: "activity"; of: string; starts: boolean }
  /** A frame around what follows until its end; `part` is another part of the one that is open. */
  | { kind: "open" | "part"; word: string; text: string }
  | { kind: "close" };
