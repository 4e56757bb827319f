import { z } from "zod";

/** What became of a procedure on real incidents, over its latest runs. */
export const TrackRecord = z.object({
  /** `<service>/<file>`, as it is called now. */
  runbook: z.string(),
  procedure: z.string(),
  /** Ended as recovered, or with everything done. */
  worked: z.number().int(),
  /** All that ended but the abandoned ones. */
  total: z.number().int(),
});
export type TrackRecord = z.infer<typeof TrackRecord>;

/** Runbooks that are asked for at once, at most. */
const atOnce = 50;

export const TrackRecordsOf = z.object({
  /** `<service>/<file>` of each, with commas between. */
  runbooks: z
    .string()
    .max(10_000)
    .transform((list) => [...new Set(list.split(",").filter(Boolean))].slice(0, atOnce)),
});
export type TrackRecordsOf = z.output<typeof TrackRecordsOf>;

/** A procedure that is followed often these weeks, as it is called now. */
export const FrequentProcedure = z.object({
  runbook: z.string(),
  procedure: z.string(),
  title: z.string(),
  service: z.string(),
  lang: z.string(),
  /** How often it was started on an incident in the last six weeks. */
  runs: z.number().int(),
});
export type FrequentProcedure = z.infer<typeof FrequentProcedure>;
