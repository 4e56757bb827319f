import { type Actor, isViewer } from "@/lib/auth/actor";

/** Post-mortems tell of incidents, which are for members, whoever may read runbooks. */
export const documentPolicy = { read: (actor: Actor) => isViewer(actor) };
