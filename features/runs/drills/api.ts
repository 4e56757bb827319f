import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { DrillList, DrillView, ListDrills, PauseDrill, ScheduleDrill, ScheduledDrill, ScheduleRef } from "./schema";

const drills = "/api/v1/drills" as const;
const drill = `${drills}/{scheduleId}` as const;

export const listDrillsContract = contract({
  method: "GET",
  path: drills,
  summary: "Scheduled drills with their latest turns, the nearest first",
  access: "viewer",
  input: ListDrills,
  output: DrillList,
  status: 200,
  errors: ["validation_failed"],
});

export const scheduleDrillContract = contract({
  method: "POST",
  path: drills,
  summary: "Have a procedure rehearsed weekly or monthly, or change when",
  access: "editor",
  input: ScheduleDrill,
  output: ScheduledDrill,
  status: { of: ({ changed }) => (changed ? 200 : 201), all: [200, 201] },
  errors: ["validation_failed", "not_found", "stale_version", "id_reused"],
});

export const pauseDrillContract = contract({
  method: "PATCH",
  path: drill,
  summary: "Pause a scheduled drill, or go on with it at its next turn ahead",
  access: "editor",
  input: PauseDrill,
  output: DrillView,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const removeDrillContract = contract({
  method: "DELETE",
  path: drill,
  summary: "End a scheduled drill; the runs made of its turns stay",
  access: "editor",
  input: ScheduleRef,
  output: z.object({ removed: z.literal(true) }),
  status: 200,
  errors: ["validation_failed", "not_found"],
});

/** All operations on scheduled drills; a turn is started by `POST /api/v1/runs` that names it. */
export const drillContracts = [listDrillsContract, scheduleDrillContract, pauseDrillContract, removeDrillContract];
