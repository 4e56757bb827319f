import { getToken } from "next-auth/jwt";
import { type Actor, nobody } from "./actor";
import type { Role } from "./roles";

/** Claims of our session token, beside the standard ones. */
export type SessionClaims = { sub?: string; name?: string | null; role?: Role; sessionVersion?: number };

/** The signed-in person of a request, or nobody. Works with the database away: the session is a signed token. */
export async function sessionActor(request: Request): Promise<Actor> {
  const cookies = Object.fromEntries(
    (request.headers.get("cookie") ?? "").split(/;\s*/).map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, decodeURIComponent(value.join("="))];
    }),
  );
  const claims = (await getToken({ req: { cookies, headers: request.headers } as never })) as SessionClaims | null;
  if (!claims?.sub || !claims.role) return nobody;
  return { kind: "person", id: claims.sub, name: claims.name ?? "", role: claims.role };
}
