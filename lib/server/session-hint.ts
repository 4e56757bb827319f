import type { IncomingMessage, ServerResponse } from "node:http";
import { sessionCookie } from "@/lib/auth/session-token";
import { signedInCookie } from "@/lib/offline/kept-viewer";

/**
 * Tells scripts whether there is a session, which they cannot see: a page that is the same for everybody asks who reads it only
 * then. The hint is no more than that, and nothing believes it.
 */
export function sessionHint(): (request: IncomingMessage, response: ServerResponse) => void {
  const session = `${sessionCookie()}=`; // read once: each request comes by here
  return ({ headers: { cookie = "" } }, response) => {
    const hasSession = cookie.includes(session);
    if (hasSession === cookie.includes(`${signedInCookie}=1`)) return;
    const value = hasSession ? `${signedInCookie}=1` : `${signedInCookie}=; Max-Age=0`;
    response.appendHeader("set-cookie", `${value}; Path=/; SameSite=Lax`);
  };
}
