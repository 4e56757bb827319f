import { z } from "zod";

/**
 * How this instance's clone stands to the remote. `none`: no remote is configured, or the content is no repository yet;
 * `synced`: both hold the same; `waiting`: the remote cannot be reached or refuses, and what is published here waits;
 * `behind`: others pushed each time that we did, and it is tried again at once; `diverged`: both sides changed the same
 * lines, somebody has to merge, and both stay as they are.
 */
export const remoteStates = ["none", "synced", "waiting", "behind", "diverged"] as const;
export type RemoteState = (typeof remoteStates)[number];

export const RemoteStatus = z.object({
  state: z.enum(remoteStates),
  /** Without its credentials. */
  url: z.string().nullable(),
  branch: z.string().nullable(),
  /** When both sides were last the same. */
  syncedAt: z.string().nullable(),
  /** When it was last tried. */
  triedAt: z.string().nullable(),
  /** What the other side said. */
  why: z.string().nullable(),
  /** Files that both sides changed. */
  conflicts: z.array(z.string()),
  /** Files that somebody changed by hand here, and that therefore did not follow. */
  byHand: z.array(z.string()),
  /** Attempts in a row that did not reach the remote. */
  failures: z.number().int(),
});
export type RemoteStatus = z.output<typeof RemoteStatus>;

export const noRemote: RemoteStatus = {
  state: "none",
  url: null,
  branch: null,
  syncedAt: null,
  triedAt: null,
  why: null,
  conflicts: [],
  byHand: [],
  failures: 0,
};

const racedRetryMs = 500;
const firstRetryMs = 5_000;
const everyMs = 60_000;

/** Milliseconds until the next attempt: each minute when all is well, at once after a race, soon after a failure, then less and less often. */
export function nextAttempt({ state, failures }: Pick<RemoteStatus, "state" | "failures">): number {
  if (state === "behind") return racedRetryMs;
  return state === "waiting" ? Math.min(firstRetryMs * 2 ** Math.max(0, failures - 1), everyMs) : everyMs;
}

/** A remote that misses one attempt is nobody's business yet. */
const patientFailures = 3;

/** What somebody should be told of unasked: both sides differ, or the remote has been away for a while. */
export const troubleIn = ({ state, failures }: Pick<RemoteStatus, "state" | "failures">): RemoteState | null =>
  state === "diverged" || (state === "waiting" && failures >= patientFailures) ? state : null;

/** A remote's address as people may see it. */
export const shownUrl = (url: string): string => url.replace(/\/\/[^/@\s]+@/, "//");
