import type { ErrorCode } from "@/lib/errors/catalogue";

/** JSON without `undefined`, as it is kept and sent. */
export type Json = { [field: string]: unknown };

/** A write of a person, exact whenever it is sent. */
export type OutboxRequest = {
  /** UUIDv7 made in the browser: the server writes the same id once, however often it arrives. */
  id: string;
  /** Writes of one lane are sent in the order in which they were made: `incident:INC-1`. */
  lane: string;
  /** Id of the person whose it is. It is never sent as somebody else. */
  person: string;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body: Json | Blob | null;
  /** The browser's clock when it was made, ISO 8601. */
  writtenAt: string;
  /** What it is, for the person: the text of an entry, or what was done to which step. */
  label: string;
  /**
   * Writes that build on each other: while one is refused, the later ones of its chain wait for the person's decision and the
   * others of the lane go on. `run:<id>`.
   */
  chain?: string;
  /** The body takes `happenedAt` (where the write was not sent at once) and `sentAt`. */
  timed?: boolean;
  /** What the screen that made it needs in order to show it; never sent. */
  note?: Json;
};

/**
 * A write that is not confirmed yet. `sending`: on its way; `waiting`: to be tried again; `held`: until its person signs in;
 * `refused`: theirs to decide.
 */
export type OutboxItem = OutboxRequest & {
  /** In the order of making, over all lanes and tabs of this browser. */
  position: number;
  state: "sending" | "waiting" | "held" | "refused";
  /** Attempts that failed. */
  tries: number;
  /** When to try again, in ms since 1970. */
  nextAt: number;
  /** Why it is not there yet: a code of the catalogue, and what the server said in the reader's language. */
  why: { code: ErrorCode | "offline"; title: string; details: Json } | null;
};

/** The fields that a new item starts with. */
export const fresh = { state: "sending", tries: 0, nextAt: 0, why: null } as const;
