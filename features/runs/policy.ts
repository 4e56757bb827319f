import { type Actor, isResponder, isViewer } from "@/lib/auth/actor";

/** Who may do what to a run. */
export const runPolicy = {
  read: (actor: Actor) => isViewer(actor),
  start: (actor: Actor) => isResponder(actor),
  act: (actor: Actor) => isResponder(actor),
};
