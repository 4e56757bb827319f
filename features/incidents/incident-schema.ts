import { z } from "zod";
import { HandoverView } from "./handover/schema";
import { IsoTime, Severity, Status } from "./schema";
import { AppendedEntry } from "./timeline/schema";
import { closingRequirements, incidentKinds, roleNames } from "./vocabulary";

const Somebody = z.object({ id: z.string().nullable(), name: z.string() });

export const RoleView = z.object({ role: z.enum(roleNames), person: Somebody, since: IsoTime });

/** An incident as lists show it. */
export const IncidentSummary = z.object({
  id: z.string(),
  number: z.number().int(),
  key: z.string(),
  kind: z.enum(incidentKinds),
  title: z.string(),
  summary: z.string(),
  severity: Severity,
  status: Status,
  services: z.array(z.string()),
  /** Of the alert behind it. */
  labels: z.record(z.string(), z.string()),
  rootCause: z.string().nullable(),
  impactStartedAt: IsoTime.nullable(),
  declaredAt: IsoTime,
  acknowledgedAt: IsoTime.nullable(),
  mitigatedAt: IsoTime.nullable(),
  resolvedAt: IsoTime.nullable(),
  closedAt: IsoTime.nullable(),
  nextUpdateDueAt: IsoTime.nullable(),
  lastSeq: z.number().int(),
  version: z.number().int(),
  roles: z.array(RoleView),
  lead: Somebody.nullable(),
});
export type IncidentSummary = z.output<typeof IncidentSummary>;

export const DeclaredIncident = IncidentSummary.extend({ repeated: z.boolean() });
export type DeclaredIncident = z.output<typeof DeclaredIncident>;

/** A change of an incident: its new state, and the entry that tells of it. */
export const ChangedIncident = z.object({ incident: IncidentSummary, entry: AppendedEntry });
export type ChangedIncident = z.output<typeof ChangedIncident>;

export const ChecklistItemView = z.object({
  id: z.string(),
  title: z.string(),
  checkedAt: IsoTime.nullable(),
  checkedBy: z.string().nullable(),
  version: z.number().int(),
});
export const ChecklistView = z.object({
  /** `service/file#checklist`. */
  checklist: z.string(),
  title: z.string(),
  moment: z.enum(["start", "recovery", "close"]),
  items: z.array(ChecklistItemView),
});
export type ChecklistView = z.output<typeof ChecklistView>;

export const FollowUpView = z.object({
  id: z.string(),
  title: z.string(),
  owner: Somebody,
  /** Calendar day, ISO 8601. */
  dueOn: z.iso.date(),
  doneAt: IsoTime.nullable(),
  version: z.number().int(),
});
export type FollowUpView = z.output<typeof FollowUpView>;

export type ClosingRequirement = (typeof closingRequirements)[number];

/** An incident with all that its page shows but the timeline; the same for every reader. */
export const IncidentState = IncidentSummary.extend({
  /** Who held which role from when to when, in order; `until` is null for those who hold it now. */
  roleHistory: z.array(RoleView.extend({ until: IsoTime.nullable() })),
  /** Roles that wait for their new holder's word. */
  handovers: z.array(HandoverView),
  checklists: z.array(ChecklistView),
  followUps: z.array(FollowUpView),
  moves: z.array(z.object({ to: Status, direction: z.enum(["forward", "back", "reopen"]) })),
  /** What closing still wants. */
  closingMissing: z.array(z.enum(closingRequirements)),
  /** The server's clock when this was read. */
  now: IsoTime,
});
export type IncidentState = z.output<typeof IncidentState>;

/** `can`: what the caller may do. */
export const IncidentDetail = IncidentState.extend({ can: z.record(z.string(), z.boolean()) });
export type IncidentDetail = z.output<typeof IncidentDetail>;

export const IncidentPage = z.object({ incidents: z.array(IncidentSummary), nextCursor: z.string().nullable() });
export type IncidentPage = z.output<typeof IncidentPage>;
