import type { LogSearch } from "./search-log";

/** What is known of a pasted log: nothing yet, why it could not be read, or what it speaks for. */
export type LogAnswer = { state: "reading" } | { state: "failed"; why: string } | { state: "read"; found: LogSearch };
