import { type Actor, isEditor, isResponder, isViewer } from "@/lib/auth/actor";

/** Everybody who led the incident, by person. */
type Led = { leads: readonly string[] };

export const postMortemPolicy = {
  read: (actor: Actor) => isViewer(actor),
  /** Whoever answers pages may write: those who were there know what happened. */
  write: (actor: Actor) => isResponder(actor),
  /** Publishing is a commit: editors, and whoever led this incident. */
  publish: (actor: Actor, { leads }: Led) =>
    isEditor(actor) || (isResponder(actor) && actor.id !== null && leads.includes(actor.id)),
};
