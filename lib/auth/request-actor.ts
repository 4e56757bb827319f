import { AppError } from "@/lib/errors/app-error";
import type { Actor } from "./actor";
import { sessionActor } from "./session";
import { tokenActor } from "./token-actor";

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
