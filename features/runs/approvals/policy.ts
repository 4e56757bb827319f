import { type Actor, isAdmin, isResponder, isViewer } from "@/lib/auth/actor";

/**
 * Who may do what about approvals. A token may ask, since a program may run the steps; granting and going ahead without
 * are a person's word, which no program gives.
 */
export const approvalPolicy = {
  read: (actor: Actor) => isViewer(actor),
  ask: (actor: Actor) => isResponder(actor),
  decide: (actor: Actor) => actor.kind === "person" && isResponder(actor),
  override: (actor: Actor) => actor.kind === "person" && isResponder(actor),
  configure: (actor: Actor) => isAdmin(actor),
};

/** The person behind an actor: themselves, or whoever made the token. Null for a token from the command line. */
export const personBehind = (actor: Actor): string | null => actor.id ?? actor.madeBy ?? null;

/** Nobody gives the second word to their own request, nor to one of a token that they made. */
export const isOwnRequest = (actor: Actor, { requestedById }: { requestedById: string | null }): boolean =>
  requestedById !== null && requestedById === personBehind(actor);
