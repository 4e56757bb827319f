import { z } from "zod";
import { severities } from "@/lib/severity";
import { type correctableTimes, incidentKinds, incidentStatuses, type roleNames } from "./vocabulary";

export type IncidentKind = (typeof incidentKinds)[number];
export type IncidentStatus = (typeof incidentStatuses)[number];
export type RoleName = (typeof roleNames)[number];

/** Client-made id (RFC 9562); version 7 sorts by time, the others are taken too. */
export const ClientId = z.uuid().transform((id) => id.toLowerCase());

/** An instant: ISO 8601 with `Z` or an offset. */
export const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Instants leave as ISO 8601 in UTC, with milliseconds. */
export const IsoTime = z.iso.datetime();

/** `INC-42`, in any case. What is no key is an incident that does not exist. */
export const IncidentKey = z.string().max(64);

export const Title = z.string().trim().min(1).max(300);
export const ServiceName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9][a-z0-9._-]*$/i);
export const Services = z
  .array(ServiceName)
  .max(50)
  .transform((names) => [...new Set(names)]);
export const Reason = z.string().trim().max(2_000);

/** Labels of the alert behind an incident, by name (Prometheus data model); at most 64 of 1,000 characters. */
export const Labels = z
  .record(
    z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,99}$/),
    z
      .string()
      .max(1_000)
      .regex(/^[^\0]*$/),
  )
  .refine((labels) => Object.keys(labels).length <= 64);
export type Labels = z.output<typeof Labels>;

export const Severity = z.enum(severities);
export const Status = z.enum(incidentStatuses);

export const DeclareIncident = z.object({
  id: ClientId.optional(),
  title: Title,
  severity: Severity,
  services: Services.default([]),
  kind: z.enum(incidentKinds).default("incident"),
  summary: z.string().trim().max(20_000).default(""),
  labels: Labels.default({}),
  impactStartedAt: Instant.optional(),
  /** What the person saw led to this procedure: kept on the timeline as a link. */
  runbook: z.string().trim().max(200).optional(),
  procedure: z.string().trim().max(200).optional(),
});
export type DeclareIncident = z.output<typeof DeclareIncident>;

/** A change names the version it saw; without one the last writer wins. */
const expectedVersion = z.number().int().positive().optional();

export const ChangeStatus = z.object({
  key: IncidentKey,
  to: Status,
  reason: Reason.optional(),
  happenedAt: Instant.optional(),
  /** Id of the timeline entry: the same id twice is one change. */
  id: ClientId.optional(),
  expectedVersion,
  /** The status that the person saw: another one by now is a conflict. */
  from: Status.optional(),
  /** Closes although something is missing; the reason goes on the timeline. */
  override: z.boolean().default(false),
  /** Why there is nothing to follow up, for closing. */
  noFollowUpsReason: Reason.optional(),
  /** Why closing before the service was stable for 30 minutes. */
  notStableReason: Reason.optional(),
});
export type ChangeStatus = z.output<typeof ChangeStatus>;

export const ChangeSeverity = ChangeStatus.pick({
  key: true,
  reason: true,
  happenedAt: true,
  id: true,
  expectedVersion: true,
}).extend({ to: Severity, from: Severity.optional() });
export type ChangeSeverity = z.output<typeof ChangeSeverity>;

export type CorrectableTime = (typeof correctableTimes)[number];

export const PatchIncident = z.object({
  key: IncidentKey,
  expectedVersion,
  title: Title.optional(),
  summary: z.string().trim().max(20_000).optional(),
  services: Services.optional(),
  kind: z.enum(incidentKinds).optional(),
  rootCause: z.string().trim().max(20_000).nullable().optional(),
  impactStartedAt: Instant.nullable().optional(),
  acknowledgedAt: Instant.nullable().optional(),
  mitigatedAt: Instant.nullable().optional(),
  resolvedAt: Instant.nullable().optional(),
  nextUpdateDueAt: Instant.nullable().optional(),
  severity: Severity.optional(),
  status: Status.optional(),
  reason: Reason.optional(),
});
export type PatchIncident = z.output<typeof PatchIncident>;

export const ListIncidents = z.object({
  status: z.union([Status, z.enum(["active", "all"])]).default("all"),
  severity: Severity.optional(),
  service: z.string().max(100).optional(),
  kind: z.enum(incidentKinds).optional(),
  q: z.string().trim().max(200).optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListIncidents = z.output<typeof ListIncidents>;
