import type { SearchSection } from "../../artifact";
import type { FoundBytes } from "../found-bytes";
import type { RunbookEntry } from "../search-index";

/** What a search thread is told, in the order in which it happened. */
export type Told =
  /** Begin anew with the index of a file. */
  | { kind: "open"; opening: number; bytes: Uint8Array; madeBy: string }
  | { kind: "put"; entry: RunbookEntry; sections: SearchSection[] }
  | { kind: "remove"; path: string }
  /** What the content's own glossary means, from here on. */
  | { kind: "meanings"; lines: readonly string[] }
  | { kind: "find"; id: number; query: string; limit: number };

/** What it says. */
export type Said =
  | { kind: "opened"; opening: number }
  | { kind: "found"; id: number; found: FoundBytes }
  | { kind: "failed"; id: number; why: string };
