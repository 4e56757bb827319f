import { type Actor, isEditor } from "@/lib/auth/actor";
import type { Policy } from "@/lib/auth/policy";

export const vouchPolicy = {
  /** Whoever may publish may say that there is nothing to publish. */
  vouch: (actor: Actor) => isEditor(actor),
} satisfies Policy<null>;
