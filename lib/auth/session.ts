import { type Actor, nobody } from "./actor";
import { decodeSession, type SessionClaims, sessionCookie } from "./session-token";
import { standingOf } from "./standing";

/**
 * The signed-in person of a request, or nobody. The database has the last word: a disabled person is nobody, a role is the
 * one of now, and sessions from before a password change or a sign-out everywhere have ended. With the database away the
 * session is believed (it is an encrypted token of ours), so that reading goes on; nothing can be written then anyway.
 */
export async function sessionActor(request: Request): Promise<Actor> {
  const claims = await decodeSession(cookieOf(request, sessionCookie()));
  return claims ? actorOfSession(claims) : nobody;
}

async function actorOfSession({ sub, name, role, sessionVersion }: SessionClaims): Promise<Actor> {
  const standing = await standingOf(sub);
  if (standing === "unknown") return { kind: "person", id: sub, name, role };
  if (standing === "gone" || standing.disabled || standing.sessionVersion !== sessionVersion) return nobody;
  return { kind: "person", id: sub, name: standing.name, role: standing.role };
}

/** Whether the browser still sends a session that was ended: by a sign-out everywhere, a new password, or because its person is gone. */
export async function sessionWasEnded(request: Request): Promise<boolean> {
  const claims = await decodeSession(cookieOf(request, sessionCookie()));
  return claims !== null && (await actorOfSession(claims)) === nobody;
}

function cookieOf(request: Request, name: string): string | undefined {
  const pair = (request.headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
