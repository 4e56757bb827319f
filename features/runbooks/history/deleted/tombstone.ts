import type { Deletion } from "./deletion";

/** What a reader of a removed runbook's address is told; who did it, and why, is for members. */
export type Tombstone = { path: string; title: string; at: string; told: Deletion | null; canRestore: boolean };
