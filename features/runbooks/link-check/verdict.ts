/** What an external address is known as. `private` and `refused` are not asked, and never broken. */
export const linkStates = ["unknown", "ok", "failing", "broken", "private", "refused"] as const;
export type LinkState = (typeof linkStates)[number];

/** What asking for an address came to. */
export type Answer =
  | { kind: "ok"; status: number }
  /** It answered that there is nothing, or that it is out of order. */
  | { kind: "failed"; why: "status"; status: number }
  /** It did not answer. */
  | { kind: "failed"; why: "dns" | "connect" | "timeout" | "certificate" | "redirects" | "protocol"; status: null }
  /** It lies, or leads, where only this network reaches. */
  | { kind: "private" }
  /** It holds credentials, or is no address that can be asked for. */
  | { kind: "refused" };

export type Known = { state: LinkState; failures: number; firstFailedAt: Date | null };
export type Verdict = Known & { status: number | null; why: string | null; nextAt: Date };

const dayMs = 86_400_000;
/** An address is broken after so many failures in a row, over more than a day. */
export const failuresToBreak = 3;
const longestPauseDays = 7;

/** Statuses of a server that is there and wants somebody else than us: to sign in, to pay, or to come more slowly. */
const alive = new Set([401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 501, 999]);
export const isAlive = (status: number): boolean => status < 400 || alive.has(status);

/**
 * What an answer makes of an address. Asked once a day; while it fails, after one, two, four and then every seven days.
 * @param spreadMs added to the pause, so that not all addresses come due together
 */
export function verdictOf(known: Known, answer: Answer, now: Date, spreadMs = 0): Verdict {
  const after = (days: number) => new Date(now.getTime() + days * dayMs + spreadMs);
  const settled = { failures: 0, firstFailedAt: null, status: null, why: null };
  if (answer.kind === "ok") return { ...settled, state: "ok", status: answer.status, nextAt: after(1) };
  if (answer.kind !== "failed") return { ...settled, state: answer.kind, nextAt: after(longestPauseDays) };
  const failures = known.failures + 1;
  const firstFailedAt = known.firstFailedAt ?? now;
  const broken = failures >= failuresToBreak && now.getTime() - firstFailedAt.getTime() > dayMs;
  return {
    state: broken ? "broken" : "failing",
    failures,
    firstFailedAt,
    status: answer.status,
    why: answer.why,
    nextAt: after(Math.min(2 ** (failures - 1), longestPauseDays)),
  };
}

/**
 * Whether a round of answers says more of us than of them: several hosts were asked and none was reached. The network is away
 * then, or there is none to the outside, and no address is the worse for it.
 */
export function isOffline(answers: readonly { host: string; answer: Answer }[]): boolean {
  const asked = answers.filter(({ answer }) => answer.kind === "ok" || answer.kind === "failed");
  const reached = asked.some(
    ({ answer }) => answer.kind === "ok" || (answer.kind === "failed" && answer.why === "status"),
  );
  return !reached && new Set(asked.map(({ host }) => host)).size >= 3;
}
