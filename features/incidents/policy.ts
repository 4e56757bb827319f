import { type Actor, isEditor, isResponder, isViewer } from "@/lib/auth/actor";

type Entry = { kind: string; actorId: string | null; actorName: string };

/** A person wrote it under their id; a token, which has none, under its name. */
const wrote = (actor: Actor, entry: Entry) =>
  actor.id === null
    ? actor.kind === "token" && entry.actorId === null && entry.actorName === actor.name
    : entry.actorId === actor.id;

/** Who may do what to an incident. Everybody who answers pages may change everything about it: at 3 a.m. nobody waits for a lead. */
export const incidentPolicy = {
  read: (actor: Actor) => isViewer(actor),
  declare: (actor: Actor) => isResponder(actor),
  append: (actor: Actor) => isResponder(actor),
  changeStatus: (actor: Actor) => isResponder(actor),
  changeSeverity: (actor: Actor) => isResponder(actor),
  patch: (actor: Actor) => isResponder(actor),
  assignRoles: (actor: Actor) => isResponder(actor),
  tickChecklists: (actor: Actor) => isResponder(actor),
  followUp: (actor: Actor) => isResponder(actor),
  share: (actor: Actor) => isResponder(actor),
};

/** These tell of a change that was really made: undoing it is another change, with its own entry. */
const tellsOfState = (kind: string) => kind === "status" || kind === "severity" || kind === "role";

/** Who may correct or retract an entry: whoever wrote it, and editors. */
export const entryPolicy = {
  correct: (actor: Actor, entry: Entry) =>
    isResponder(actor) && (wrote(actor, entry) || isEditor(actor)) && !tellsOfState(entry.kind),
  retract: (actor: Actor, entry: Entry) =>
    isResponder(actor) && (wrote(actor, entry) || isEditor(actor)) && !tellsOfState(entry.kind),
};
