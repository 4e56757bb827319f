import { z } from "zod";
import { IncidentKey, IsoTime, Severity, Status } from "../schema";
import { incidentKinds } from "../vocabulary";

export const SimilarTo = z.object({ key: IncidentKey });
export type SimilarTo = z.output<typeof SimilarTo>;

export const sharedSorts = ["service", "alert", "error", "procedure", "word"] as const;

export const SimilarIncident = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(incidentKinds),
  severity: Severity,
  status: Status,
  declaredAt: IsoTime,
  /** From the beginning of the impact, or the declaration, to the resolution. Null while it lasts. */
  seconds: z.number().int().nullable(),
  rootCause: z.string().nullable(),
  /** The procedure whose run ended the incident's impact. */
  recoveredBy: z
    .object({ runId: z.string(), runbook: z.string(), procedure: z.string(), title: z.string() })
    .nullable(),
  /** What both have, the most telling first. */
  shared: z.array(z.object({ sort: z.enum(sharedSorts), values: z.array(z.string()) })),
});
export type SimilarIncident = z.output<typeof SimilarIncident>;

export const SimilarIncidents = z.object({ incidents: z.array(SimilarIncident) });
export type SimilarIncidents = z.output<typeof SimilarIncidents>;
