import { type Actor, isAdmin, isEditor } from "@/lib/auth/actor";
import type { Policy } from "@/lib/auth/policy";

/** What has to be seen to is the editors' work, and names people and what is wrong with files: it is theirs to read. */
export const worklistPolicy = {
  read: (actor: Actor) => isEditor(actor),
  decide: (actor: Actor) => isEditor(actor),
} satisfies Policy<null>;

export const ownerPolicy = {
  /** Everybody for themselves; an administrator for others, too. */
  answerFor: (actor: Actor, { personId }: { personId: string }) =>
    isAdmin(actor) || (isEditor(actor) && actor.id === personId),
} satisfies Policy<{ personId: string }>;

export const reminderPolicy = {
  /** A home page is a person's. */
  hide: (actor: Actor) => actor.kind === "person" && isEditor(actor),
} satisfies Policy<null>;
