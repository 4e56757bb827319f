import { z } from "zod";
import { ClientId, IsoTime } from "@/features/incidents/schema";
import { runStatuses } from "../machine";
import { rhythms } from "./turns";

export const ScheduleDrill = z.object({
  /** Id of the schedule, made by the client: the same id twice is one schedule. */
  id: ClientId.optional(),
  /** `service/file`. */
  runbook: z.string().trim().max(300),
  procedure: z.string().trim().max(200),
  rhythm: z.enum(rhythms),
  /** Of the next turn, by the clocks of the portal's time zone. */
  date: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** The version of the procedure's schedule that the person saw; without one it is a new schedule. */
  expectedVersion: z.number().int().positive().optional(),
});
export type ScheduleDrill = z.output<typeof ScheduleDrill>;

export const ScheduleRef = z.object({ scheduleId: z.uuid() });
export type ScheduleRef = z.output<typeof ScheduleRef>;

export const PauseDrill = ScheduleRef.extend({ paused: z.boolean() });
export type PauseDrill = z.output<typeof PauseDrill>;

export const ListDrills = z.object({ service: z.string().max(100).optional() });
export type ListDrills = z.output<typeof ListDrills>;

/** One turn: due until somebody starts it, missed when the next one comes first. */
const TurnView = z.object({
  id: z.string(),
  dueAt: IsoTime,
  state: z.enum(["due", "started", "missed"]),
  run: z.object({ id: z.string(), status: z.enum(runStatuses), startedBy: z.string() }).nullable(),
});
export type TurnView = z.output<typeof TurnView>;

export const DrillView = z.object({
  id: z.string(),
  service: z.string(),
  runbook: z.string(),
  procedure: z.string(),
  title: z.string(),
  rhythm: z.enum(rhythms),
  /** The turn ahead; while paused, the one it was paused before. */
  nextAt: IsoTime,
  /** Of that turn, by the clocks of the portal's time zone. */
  date: z.string(),
  time: z.string(),
  paused: z.boolean(),
  version: z.number().int(),
  createdAt: IsoTime,
  createdBy: z.string(),
  /** The latest turns that have come, newest first. */
  turns: z.array(TurnView),
});
export type DrillView = z.output<typeof DrillView>;

export const DrillList = z.object({
  /** Time zone of the schedules: an IANA name. */
  zone: z.string(),
  drills: z.array(DrillView),
});
export type DrillList = z.output<typeof DrillList>;

export const ScheduledDrill = DrillView.extend({ changed: z.boolean() });
export type ScheduledDrill = z.output<typeof ScheduledDrill>;
