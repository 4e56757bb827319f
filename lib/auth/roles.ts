/** Each role contains the ones before it. */
export const roles = ["viewer", "responder", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Whether somebody with `role` (null: not signed in) may do what `needed` may. */
export const atLeast = (role: Role | null, needed: Role): boolean =>
  role !== null && roles.indexOf(role) >= roles.indexOf(needed);
