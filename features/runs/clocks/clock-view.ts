import { z } from "zod";
import { IsoTime } from "@/features/incidents/schema";
import type { RunState } from "../run-state";
import { clockKinds, clocksOf } from "./clocks";

/** A limit that is running down. */
export const ClockView = z.object({
  /** `step:<id>`, `procedure` or `escalation`. */
  key: z.string(),
  kind: z.enum(clockKinds),
  stepId: z.string().nullable(),
  title: z.string(),
  since: IsoTime,
  /** Seconds from `since`, with what people added. */
  limit: z.number(),
  dueAt: IsoTime,
});
export type ClockView = z.output<typeof ClockView>;

/** The clocks of a run as its page shows them. */
export const clockViews = (run: Parameters<typeof clocksOf>[0], state: RunState): ClockView[] =>
  clocksOf(run, state).map(({ since, dueAt, ...clock }) => ({
    ...clock,
    since: since.toISOString(),
    dueAt: dueAt.toISOString(),
  }));
