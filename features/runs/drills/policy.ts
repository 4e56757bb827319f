import { type Actor, isEditor, isViewer } from "@/lib/auth/actor";

/** Who may do what with scheduled drills; starting one is starting a run. */
export const drillPolicy = {
  read: (actor: Actor) => isViewer(actor),
  schedule: (actor: Actor) => isEditor(actor),
};
