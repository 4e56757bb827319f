import { type Actor, isEditor, isViewer } from "@/lib/auth/actor";
import type { Policy } from "@/lib/auth/policy";

export const publishingPolicy = {
  /** The text as it is written. */
  readSource: (actor: Actor) => isViewer(actor),
  /** The text as it is edited, with what lies beside it on the server. */
  edit: (actor: Actor) => isEditor(actor),
  publish: (actor: Actor) => isEditor(actor),
  /** Names of authors are for members. */
  readHistory: (actor: Actor) => isViewer(actor),
} satisfies Policy<null>;

export const draftPolicy = {
  /** A draft is a person's: tokens publish at once. */
  keep: (actor: Actor) => actor.kind === "person" && isEditor(actor),
  /** Somebody else's: so that two never write the same thing unknowingly. */
  read: (actor: Actor) => isEditor(actor),
} satisfies Policy<null>;
