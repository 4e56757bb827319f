import { type Actor, isAdmin, isViewer } from "@/lib/auth/actor";

/** Who may take an incident's record along, and who may bring one. */
export const recordPolicy = {
  export: (actor: Actor) => isViewer(actor),
  import: (actor: Actor) => isAdmin(actor),
};
