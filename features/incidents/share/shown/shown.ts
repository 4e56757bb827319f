import type { Severity } from "@/lib/severity";
import type { IncidentKind, IncidentStatus } from "../../schema";
import type { UpdateParts } from "../../updates/schema";

/** All that a stakeholder's page is made from. What is not here cannot leak: no key, no title of ours, no names, no services. */
export type Shown = {
  title: string;
  kind: IncidentKind;
  status: IncidentStatus;
  severity: Severity;
  since: Date;
  resolvedAt: Date | null;
  nextUpdateDueAt: Date | null;
  expiresAt: Date;
  /** The newest first. */
  updates: (UpdateParts & { at: Date; corrected: boolean })[];
};
