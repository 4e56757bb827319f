import { z } from "zod";
import { roles } from "@/lib/auth/roles";

export const RoleName = z.enum(roles);

// Looser than RFC 5321 on purpose: intranets have addresses such as `ops@localhost`, and the owner proves it by signing in.
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@,;<>]+@[^\s@,;<>]+$/);

/** NIST SP 800-63B: length is what counts, no composition rules. The upper bound keeps hashing affordable. */
export const Password = z.string().min(12).max(200);

export const PersonName = z.string().trim().min(1).max(120);

export const Person = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: RoleName,
  /** How the person can sign in. */
  signIn: z.object({ password: z.boolean(), provider: z.boolean() }),
  disabledAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Person = z.infer<typeof Person>;

export const CreatePerson = z.object({ email: Email, name: PersonName, role: RoleName });
export type CreatePerson = z.infer<typeof CreatePerson>;

export const UpdatePerson = z.object({
  id: z.uuid(),
  name: PersonName.optional(),
  role: RoleName.optional(),
  disabled: z.boolean().optional(),
});
export type UpdatePerson = z.infer<typeof UpdatePerson>;

export const PersonRef = Person.pick({ id: true });
export type PersonRef = z.infer<typeof PersonRef>;

export const ChangePassword = z.object({ current: z.string().max(200), next: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** What somebody typed at the door: anything goes, only its size is bounded. */
export const SignIn = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(200),
  /** Address of the client, for counting failures. */
  address: z.string(),
});
export type SignIn = z.infer<typeof SignIn>;

/** What an identity provider says of somebody (OpenID Connect Core 1.0, 5.1). */
export const ProviderClaims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  // Some providers send it as text.
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});
export type ProviderClaims = z.infer<typeof ProviderClaims>;

export const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  role: RoleName,
  /** First characters, to recognise it. */
  hint: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type Token = z.infer<typeof Token>;

export const CreateToken = z.object({
  name: z.string().trim().min(1).max(80),
  role: RoleName,
  /** Without it the token works until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3_650).optional(),
});
export type CreateToken = z.infer<typeof CreateToken>;

export const TokenRef = Token.pick({ id: true });
export type TokenRef = z.infer<typeof TokenRef>;

export const AuditPage = z.object({
  /** Only events before this one: the last id of the page before. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditPage = z.output<typeof AuditPage>;

/** One line of the audit log. */
export type AuditLine = {
  id: number;
  at: string;
  actorId: string | null;
  actorName: string;
  source: string;
  action: string;
  subject: string;
  data: unknown;
};
