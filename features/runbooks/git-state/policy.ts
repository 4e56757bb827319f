import { type Actor, isAdmin } from "@/lib/auth/actor";
import type { Policy } from "@/lib/auth/policy";

export const contentStatePolicy = {
  read: (actor: Actor) => isAdmin(actor),
  /** Committing in their own name what somebody changed on the server. */
  adopt: (actor: Actor) => isAdmin(actor),
} satisfies Policy<null>;
