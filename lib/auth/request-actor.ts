import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { type Actor, nobody } from "./actor";
import { sessionActor } from "./session";
import { hashToken } from "./token";

/**
 * Who sends this request: the owner of the bearer token, else of the session cookie, else nobody.
 * @throws `unauthenticated` for a token that is unknown, revoked or expired; `cross_origin` for a cookie on a foreign site's write
 */
export async function actorOf(request: Request): Promise<Actor> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer) return tokenActor(bearer);
  const actor = await sessionActor(request);
  if (actor.kind !== "nobody" && !isSafe(request) && !isSameOrigin(request)) throw new AppError("cross_origin");
  return actor;
}

const isSafe = (request: Request) => ["GET", "HEAD", "OPTIONS"].includes(request.method);

// Cookies travel with requests that other sites start; their scripts cannot forge these headers (Fetch Metadata, RFC 6454).
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}

async function tokenActor(secret: string): Promise<Actor> {
  const db = database();
  const token = await db.apiToken.findUnique({ where: { secretHash: hashToken(secret) } });
  const now = new Date();
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt < now)) throw new AppError("unauthenticated");
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > 60_000) {
    await db.apiToken.update({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  return { ...nobody, kind: "token", name: token.name, role: token.role };
}
