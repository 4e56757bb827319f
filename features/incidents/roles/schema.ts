import { z } from "zod";
import { ClientId, IncidentKey, Instant } from "../schema";
import { roleNames } from "../vocabulary";

export const AssumeRole = z.object({
  key: IncidentKey,
  role: z.enum(roleNames),
  /** Id, e-mail or name; left out, the caller. */
  person: z.string().trim().min(1).max(200).optional(),
  id: ClientId.optional(),
  happenedAt: Instant.optional(),
  /** Version of the incident that the person saw. */
  expectedVersion: z.coerce.number().int().positive().optional(),
  /** Id of whoever the person saw in the role, null for nobody: somebody else by now is a conflict. */
  holder: z.uuid().nullable().optional(),
});
export type AssumeRole = z.output<typeof AssumeRole>;

export const RenounceRole = AssumeRole.pick({ key: true, role: true, id: true, expectedVersion: true, holder: true });
export type RenounceRole = z.output<typeof RenounceRole>;
