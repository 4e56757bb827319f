import { cookies } from "next/headers";
import { encodeSession, type SessionClaims, sessionCookie, sessionCookieOptions } from "./session-token";

/** Gives the browser of a server action a new session, e.g. after its owner changed the password. */
export async function writeSession(claims: SessionClaims): Promise<void> {
  (await cookies()).set(sessionCookie(), await encodeSession(claims), sessionCookieOptions());
}

/** Ends the session of this browser. */
export async function clearSession(): Promise<void> {
  (await cookies()).set(sessionCookie(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
