import type { Role } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { type Actor, nobody } from "./actor";
import { hashToken } from "./token";

/** For how long an answer is reused, in milliseconds: the longest that a revoked token keeps getting in elsewhere. */
const freshMs = 4_000;
const mostKept = 5_000;
const usedEveryMs = 60_000;

type Known = { name: string; role: Role; expiresAt: Date | null; createdBy: string | null };
type Kept = { askedAt: number; answer: Promise<Known | null> };
const shared = globalThis as typeof globalThis & { bitacoraTokens?: Map<string, Kept> };
const kept = () => {
  shared.bitacoraTokens ??= new Map();
  return shared.bitacoraTokens;
};

/**
 * Whose token this is. The database is asked at most once in `freshMs` per token and process, as for sessions.
 * @throws `unauthenticated` when it is unknown, revoked or expired; `database_unavailable`
 */
export async function tokenActor(secret: string): Promise<Actor> {
  const token = await known(hashToken(secret));
  if (!token || (token.expiresAt && token.expiresAt.getTime() < Date.now())) throw new AppError("unauthenticated");
  return { ...nobody, kind: "token", name: token.name, role: token.role, madeBy: token.createdBy };
}

/** To be called after a change of any token, so that this process sees it at once. */
export function forgetTokens(): void {
  kept().clear();
}

function known(hash: string): Promise<Known | null> {
  const tokens = kept();
  const before = tokens.get(hash);
  if (before && Date.now() - before.askedAt < freshMs) return before.answer;
  if (tokens.size >= mostKept) tokens.clear();
  const entry: Kept = { askedAt: Date.now(), answer: ask(hash) };
  tokens.set(hash, entry);
  // Neither a failure nor an unknown token is worth keeping: a token that was just made has to work.
  const forget = () => tokens.get(hash) === entry && tokens.delete(hash);
  void entry.answer.then((token) => token ?? forget(), forget);
  return entry.answer;
}

async function ask(secretHash: string): Promise<Known | null> {
  const db = database();
  const token = await db.apiToken.findUnique({ where: { secretHash } });
  const now = new Date();
  if (!token || token.revokedAt) return null;
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > usedEveryMs) {
    await db.apiToken.update({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  return token;
}
