import { z } from "zod";

/** Name of the task that says that an update for stakeholders is due. */
export const updateDueTask = "incident-update-due";

export const UpdateDueAt = z.object({ incidentId: z.uuid(), dueAt: z.iso.datetime() });
export type UpdateDueAt = z.output<typeof UpdateDueAt>;
