import type { ProviderClaims } from "../schema";

/** Who an identity provider says this is, boiled down to what we go by. */
export type ProviderPerson = {
  /** `issuer|subject`: the only stable name (OpenID Connect Core 1.0, 5.7). */
  subject: string;
  name: string;
  /** Only an address that the provider vouches for: anybody can type an e-mail into a profile. */
  verifiedEmail: string | null;
  /** Unique, and no address of anybody (RFC 6761: `.invalid` never resolves); stands in where no e-mail is vouched for. */
  placeholderEmail: string;
};

export function providerPerson(claims: ProviderClaims): ProviderPerson {
  const verified = claims.email_verified === true || claims.email_verified === "true";
  const email = claims.email?.trim().toLowerCase() ?? "";
  const name = claims.name ?? claims.preferred_username ?? (email.split("@")[0] || claims.sub);
  return {
    subject: `${claims.iss}|${claims.sub}`,
    name: name.trim().slice(0, 120),
    verifiedEmail: verified && email.includes("@") ? email : null,
    placeholderEmail: `${encodeURIComponent(claims.sub).toLowerCase()}@${hostOf(claims.iss)}.invalid`,
  };
}

const hostOf = (issuer: string) => (URL.canParse(issuer) ? new URL(issuer).hostname : "provider");
