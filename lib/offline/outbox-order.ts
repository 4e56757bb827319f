import { catalogue, type ErrorCode } from "@/lib/errors/catalogue";
import type { Json, OutboxItem } from "./outbox-item";

/** What the server made of a write; `offline` never arrived, or nobody knows whether it did. */
export type Answer =
  | { ok: true; value: unknown }
  | { ok: false; code: ErrorCode | "offline"; title: string; details: Json };
export type Failure = Extract<Answer, { ok: false }>;

/** The first wait after a failure and the longest, in ms. */
const firstWait = 1_000;
const longestWait = 30_000;
/** A write that breaks the server each time must not keep back what comes after it for ever. */
const mostTries = 12;

/**
 * The next write of a lane to send: the first made. What was refused stands aside with those that build on it, until the person
 * has decided; what waits or is held keeps back all that come after it.
 * @param items of one lane and one person, by position
 */
export function nextToSend(items: OutboxItem[]): OutboxItem | null {
  const stuck = new Set(items.filter(({ state }) => state === "refused").map(({ chain }) => chain));
  return items.find(({ state, chain }) => state !== "refused" && (chain === undefined || !stuck.has(chain))) ?? null;
}

/**
 * What becomes of a write that was not accepted: the catalogue of errors decides.
 * @param now ms since 1970
 * @param random 0 to 1, spreads the attempts of many browsers
 */
export function afterFailure(item: OutboxItem, { code, title, details }: Failure, now: number, random: number) {
  const tries = item.tries + 1;
  const outbox = code === "offline" ? "retry" : catalogue[code].outbox;
  const given = code === "internal" && tries >= mostTries;
  const state = given || outbox === "show" ? "refused" : outbox === "hold" ? "held" : "waiting";
  const asked = typeof details.retryAfter === "number" ? details.retryAfter * 1_000 : 0;
  const nextAt = state === "refused" ? 0 : now + Math.max(asked, backOff(tries, random));
  return { state, tries, nextAt, why: { code, title, details } } as const satisfies Partial<OutboxItem>;
}

/** Milliseconds to wait after that many failures: doubled each time, and a half of it by chance. */
export function backOff(tries: number, random: number): number {
  const whole = Math.min(longestWait, firstWait * 2 ** Math.min(tries - 1, 10));
  return Math.round(whole / 2 + (whole / 2) * random);
}

/** A write that takes longer than this from being made to being sent says when it was made, in ms. */
const prompt = 5_000;

/** The body as it is sent at `now`: a late write says when it happened, and each says by which clock. */
export function bodyAt({ body, timed, writtenAt, state }: OutboxItem, now: number): Json | Blob | null {
  if (!timed || body === null || body instanceof Blob) return body;
  const late = state !== "sending" || now - Date.parse(writtenAt) > prompt;
  return { ...(late ? { happenedAt: writtenAt } : {}), ...body, sentAt: new Date(now).toISOString() };
}

/**
 * The body of a refused write against what is there now, for a person who has seen it and decided for their own.
 * @returns null where the refusal was no conflict of versions
 */
export function againstVersion({ state, why, body }: OutboxItem): Json | null {
  if (state !== "refused" || why?.code !== "stale_version" || body === null || body instanceof Blob) return null;
  const { version, status, severity } = (why.details.current ?? {}) as Json;
  if ("expectedVersion" in body && typeof version === "number") return { ...body, expectedVersion: version };
  if (body.from !== undefined)
    return { ...body, from: typeof body.to === "string" && /^SEV/.test(body.to) ? severity : status };
  return null;
}
