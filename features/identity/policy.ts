import { type Actor, isAdmin } from "@/lib/auth/actor";
import type { Policy } from "@/lib/auth/policy";
import { atLeast, type Role } from "@/lib/auth/roles";

export const peoplePolicy = {
  list: (actor: Actor) => isAdmin(actor),
  create: (actor: Actor) => isAdmin(actor),
  update: (actor: Actor) => isAdmin(actor),
  resetPassword: (actor: Actor) => isAdmin(actor),
  listTokens: (actor: Actor) => isAdmin(actor),
  revokeToken: (actor: Actor) => isAdmin(actor),
  readAudit: (actor: Actor) => isAdmin(actor),
  /** Only the portal itself, while it starts. */
  appointFirst: (actor: Actor) => actor.kind === "system",
} satisfies Policy<null>;

export const accountPolicy = {
  /** Tokens and the portal have no password and no sessions. */
  own: (actor: Actor) => actor.kind === "person",
} satisfies Policy<null>;

export const tokenPolicy = {
  /** Nobody hands out more than they have. */
  create: (actor: Actor, { role }: { role: Role }) => isAdmin(actor) && atLeast(actor.role, role),
} satisfies Policy<{ role: Role }>;
