import { z } from "zod";
import { HandoverView } from "@/features/incidents/handover/schema";
import { FollowUpView, IncidentSummary, RoleView } from "@/features/incidents/incident-schema";
import { IncidentKey, IsoTime } from "@/features/incidents/schema";
import { EntryView } from "@/features/incidents/timeline/schema";
import { stepStates } from "@/features/runs/machine";

export const ReadBriefing = z.object({
  key: IncidentKey,
  /** Number of the last entry that the reader knows; 0 tells everything; left out, where the reader was last. */
  since: z.coerce.number().int().min(0).optional(),
});
export type ReadBriefing = z.output<typeof ReadBriefing>;

/** What somebody needs who takes over: drawn up from the record, the same for everybody but for where they were last. */
export const Briefing = z.object({
  incident: IncidentSummary,
  roles: z.array(RoleView),
  /** Roles that wait for the reader's word. */
  offers: z.array(HandoverView),
  /** Where the reader was last; null for somebody who is new. */
  last: z.object({ seq: z.number().int(), at: IsoTime }).nullable(),
  /** What happened since, the newest of it, in order; `left` more came before. Steps of runs are counted, not listed. */
  happened: z.object({ entries: z.array(EntryView), left: z.number().int(), steps: z.number().int() }),
  decisions: z.array(EntryView),
  lastUpdate: EntryView.nullable(),
  /** Runs that are on, with the steps that somebody is on, that failed, or that come next. */
  runs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      done: z.number().int(),
      total: z.number().int(),
      steps: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          state: z.enum(stepStates),
          claimedBy: z.string().nullable(),
          next: z.boolean(),
        }),
      ),
    }),
  ),
  checklists: z.array(z.object({ title: z.string(), open: z.array(z.string()) })),
  followUps: z.array(FollowUpView),
});
export type Briefing = z.output<typeof Briefing>;
