import type { AuthOptions, User } from "next-auth";
import credentials from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/lib/env";
import { isAppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import { clientAddress } from "./client-address";
import { returnPath } from "./return-path";
import { type SessionClaims, sessionSeconds } from "./session-token";

/** Somebody who proved who they are. */
type Identified = { id: string; name: string; email: string } & Pick<SessionClaims, "role" | "sessionVersion">;

/** How people are recognised; the commands of the feature that keeps them. */
export type Recognise = {
  password: (attempt: { email: string; password: string; address: string }) => Promise<Identified>;
  provider: (claims: unknown) => Promise<Identified>;
};

/** Id of the OpenID Connect provider; its callback is `/api/auth/callback/oidc`. */
export const oidcProvider = "oidc";

/** What next-auth is told. Made per request, because the settings are read when the server has completed them. */
export function authOptions(recognise: Recognise, header: (name: string) => string | null): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: [passwordProvider(recognise, header), ...oidc()],
    callbacks: {
      redirect: async ({ url, baseUrl }) => baseUrl + returnPath(url, baseUrl),
      async signIn({ user, account, profile }) {
        if (account?.provider !== oidcProvider) return true;
        // Our own person takes the place of the provider's: next-auth hands this very object on to `jwt`.
        Object.assign(user, await spelledOut(() => recognise.provider(profile)));
        return true;
      },
      jwt({ token, user }) {
        const { id, name, role, sessionVersion } = (user ?? {}) as Partial<Identified>;
        return id ? { sub: id, name, role, sessionVersion } : token;
      },
    },
    logger: {
      error: (code, metadata) => log.error("signing in failed", { code, metadata }),
      warn: (code) => log.warn("signing in", { code }),
      debug: () => {},
    },
  };
}

function passwordProvider(recognise: Recognise, header: (name: string) => string | null) {
  return credentials({
    id: "password",
    credentials: { email: {}, password: {} },
    authorize: (input): Promise<User> => {
      const { email = "", password = "" } = input ?? {};
      const address = clientAddress(header, env().TRUSTED_PROXIES);
      return spelledOut(() => recognise.password({ email, password, address }));
    },
  });
}

/** next-auth carries an error to the sign-in page by its message alone: the catalogue's code, and seconds to wait. */
async function spelledOut<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error)) log.error("signing in failed", { error });
    const code = isAppError(error) ? error.code : "internal";
    const wait = isAppError(error) ? error.details.retryAfter : undefined;
    throw new Error(wait === undefined ? code : `${code}.${wait}`);
  }
}

type Claims = { sub: string; name?: string; email?: string };

function oidc(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return [];
  return [
    {
      id: oidcProvider,
      name: oidcName() ?? oidcProvider,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: ({ sub, name, email }) => ({ id: sub, name, email }),
    },
  ];
}

/** What the button of the identity provider says; null when none is configured. */
export function oidcName(): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return null;
  return OIDC_NAME ?? (URL.canParse(OIDC_ISSUER) ? new URL(OIDC_ISSUER).hostname : OIDC_ISSUER);
}
