import { type Actor, isEditor, isViewer } from "@/lib/auth/actor";

/** `READ_ACCESS`: whether runbooks are open to everybody who reaches the portal, or to its members only. */
export type ReadAccess = "public" | "members";

export const runbookPolicy = {
  read: (actor: Actor, access: ReadAccess) => access === "public" || isViewer(actor) || actor.anyReader === true,
  /** Problems of a broken file, with line and column. */
  seeProblems: (actor: Actor, _access: ReadAccess) => isEditor(actor),
  edit: (actor: Actor, _access: ReadAccess) => isEditor(actor),
};
