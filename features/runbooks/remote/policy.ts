import { type Actor, isAdmin, isEditor } from "@/lib/auth/actor";
import type { Policy } from "@/lib/auth/policy";

export const remotePolicy = {
  read: (actor: Actor) => isEditor(actor),
  /** Asking for a look at the remote now; the portal itself does so all the time. */
  sync: (actor: Actor) => isEditor(actor),
  /** Being told, unasked, that something is wrong with it. */
  administer: (actor: Actor) => isAdmin(actor),
} satisfies Policy<null>;
