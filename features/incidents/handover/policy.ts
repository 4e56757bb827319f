import { type Actor, isResponder } from "@/lib/auth/actor";

type Ends = { fromId: string | null; fromName: string; toId: string };

const isFrom = (actor: Actor, { fromId, fromName }: Ends) =>
  fromId === null ? actor.id === null && actor.name === fromName : actor.id === fromId;

/** A role changes hands when the one who gets it says so; until then the one who has it may think again. */
export const handoverPolicy = {
  accept: (actor: Actor, ends: Ends) => isResponder(actor) && actor.id === ends.toId,
  decline: (actor: Actor, ends: Ends) => isResponder(actor) && actor.id === ends.toId,
  withdraw: (actor: Actor, ends: Ends) => isResponder(actor) && isFrom(actor, ends),
};
