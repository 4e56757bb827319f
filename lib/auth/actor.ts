import { atLeast, type Role } from "./roles";

/** Who acts: a signed-in person, an API token, the portal itself, or nobody. */
export type Actor = {
  kind: "person" | "token" | "system" | "nobody";
  /** Person id; a token acts in its own name and has none. */
  id: string | null;
  name: string;
  role: Role | null;
  /** Id of the person who made the token that acts; null for one from the command line. */
  madeBy?: string | null;
  /** Stands for whoever may read, while a page is made that is kept for all of them. */
  anyReader?: true;
};

export const nobody: Actor = { kind: "nobody", id: null, name: "", role: null };
export const anyReader: Actor = { ...nobody, anyReader: true };
export const system: Actor = { kind: "system", id: null, name: "Bitácora", role: "admin" };

export const isViewer = (actor: Actor) => atLeast(actor.role, "viewer");
export const isResponder = (actor: Actor) => atLeast(actor.role, "responder");
export const isEditor = (actor: Actor) => atLeast(actor.role, "editor");
export const isAdmin = (actor: Actor) => atLeast(actor.role, "admin");
