import type { Manners } from "./manners";

/** What a page tells the worker. */
export type ToWorker =
  /** Somebody looks at this page: it is worth a copy. */
  | { type: "here"; path: string; manners: Manners }
  /** Answers with `Kept` on the port, or null. */
  | { type: "kept"; path: string }
  /** What the live page of that name shows now. */
  | { type: "state"; reader: string; name: string; state: unknown }
  /** Answers with `KeptState` on the port, or null. */
  | { type: "last-state"; name: string }
  /** The API knows nobody any more: was the session ended? */
  | { type: "check" }
  /** Who reads, where the page itself does not say so. */
  | { type: "reader"; reader: string }
  /** Answers with `Kept[]` on the port. */
  | { type: "list" }
  /** Everything on this device goes; answers `true` on the port. */
  | { type: "forget" };

/** What a live page showed last. `at`: ISO 8601. */
export type KeptState = { at: string; state: unknown };

/** What the worker tells pages: which build answers now. */
export type FromWorker = { type: "build"; build: string };

const types: ToWorker["type"][] = ["here", "kept", "state", "last-state", "check", "reader", "list", "forget"];

export const isToWorker = (value: unknown): value is ToWorker =>
  typeof value === "object" && value !== null && "type" in value && types.some((type) => type === value.type);

export const isFromWorker = (value: unknown): value is FromWorker =>
  typeof value === "object" && value !== null && "type" in value && value.type === "build" && "build" in value;
