import type { SessionClaims } from "@/lib/auth/session-token";

type Row = { id: string; name: string; email: string; role: SessionClaims["role"]; sessionVersion: number };

/** Who signed in, with what the session token says of them. */
export type SignedIn = { id: string; name: string; email: string } & Pick<SessionClaims, "role" | "sessionVersion">;

export const signedIn = ({ id, name, email, role, sessionVersion }: Row): SignedIn => ({
  id,
  name,
  email,
  role,
  sessionVersion,
});
