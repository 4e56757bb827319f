import { type Actor, isEditor } from "@/lib/auth/actor";
import type { Policy } from "@/lib/auth/policy";

export const remotePolicy = {
  read: (actor: Actor) => isEditor(actor),
  /** Asking for a look at the remote now; the portal itself does so all the time. */
  sync: (actor: Actor) => isEditor(actor),
} satisfies Policy<null>;
