import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { roles } from "./roles";

/** How long a session lasts after signing in, in seconds; it is not prolonged by use. */
export const sessionSeconds = 12 * 60 * 60;

const Claims = z.object({ sub: z.string(), name: z.string(), role: z.enum(roles), sessionVersion: z.number().int() });
/** What our session token says, beside the standard claims: who, with which role at sign-in, and which generation of sessions. */
export type SessionClaims = z.infer<typeof Claims>;

/** Browsers only send and take cookies marked Secure over https. */
export const isSecureSite = (): boolean => env().NEXTAUTH_URL?.startsWith("https://") ?? false;

/** The names that next-auth gives its session cookie. */
export const sessionCookie = (): string => `${isSecureSite() ? "__Secure-" : ""}next-auth.session-token`;

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecureSite(), maxAge: sessionSeconds }) as const;

/** An encrypted token (JWE) as next-auth makes it. */
export const encodeSession = (claims: SessionClaims): Promise<string> =>
  encode({ token: claims, secret: secret(), maxAge: sessionSeconds });

/** The claims of a session cookie; null when it is missing, forged, expired or of another secret. */
export async function decodeSession(token: string | undefined): Promise<SessionClaims | null> {
  if (!token || !env().NEXTAUTH_SECRET) return null;
  const claims = await decode({ token, secret: secret() }).catch(() => null);
  return Claims.safeParse(claims).data ?? null;
}

function secret(): string {
  const { NEXTAUTH_SECRET } = env();
  if (!NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set");
  return NEXTAUTH_SECRET;
}
