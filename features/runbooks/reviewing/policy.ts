import { type Actor, isAdmin, isEditor } from "@/lib/auth/actor";

/** Whose request it is: the person who asked, or who made the token that did. */
export type Authored = { authorId: string | null; author: string };

/**
 * Who may do what about reviews. A token may ask and comment, since a program may write runbooks; approving, asking for changes
 * and publishing without a review are a person's word, which no program gives.
 */
export const reviewPolicy = {
  read: (actor: Actor, _request: Authored | null) => isEditor(actor),
  request: (actor: Actor, _request: Authored | null) => isEditor(actor),
  comment: (actor: Actor, _request: Authored | null) => isEditor(actor),
  decide: (actor: Actor, _request: Authored | null) => actor.kind === "person" && isEditor(actor),
  revise: (actor: Actor, request: Authored | null) =>
    isEditor(actor) && request !== null && isOwnReview(actor, request),
  withdraw: (actor: Actor, request: Authored | null) =>
    isAdmin(actor) || (isEditor(actor) && request !== null && isOwnReview(actor, request)),
  publishUrgently: (actor: Actor, _request: Authored | null) => actor.kind === "person" && isEditor(actor),
  configure: (actor: Actor, _request: Authored | null) => isAdmin(actor),
};

/** The person behind an actor: themselves, or whoever made the token. Null for a token from the command line. */
export const personBehind = (actor: Actor): string | null => actor.id ?? actor.madeBy ?? null;

/** Whether the actor, or the person behind it, wrote the request. A token from the command line is known by its name alone. */
export function isOwnReview(actor: Actor, { authorId, author }: Authored): boolean {
  if (authorId !== null) return authorId === personBehind(actor);
  return actor.kind === "token" && personBehind(actor) === null && actor.name === author;
}
