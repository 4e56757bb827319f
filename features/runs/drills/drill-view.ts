import { wallOf } from "@/features/incidents/quick/zone";
import type { RunStatus } from "../machine";
import type { DrillView, TurnView } from "./schema";
import type { Rhythm } from "./turns";

export type TurnRow = {
  id: string;
  dueAt: Date;
  missedAt: Date | null;
  run: { id: string; status: RunStatus; startedBy: string } | null;
};

export type ScheduleRow = {
  id: string;
  service: string;
  runbook: string;
  procedure: string;
  title: string;
  rhythm: Rhythm;
  nextAt: Date;
  pausedAt: Date | null;
  version: number;
  createdAt: Date;
  createdBy: string;
  /** Newest first. */
  planned: TurnRow[];
};

const dayMs = 86_400_000;
const two = (value: number) => String(value).padStart(2, "0");

export function drillView(row: ScheduleRow, zone: string): DrillView {
  const { pausedAt, planned, nextAt, createdAt, ...rest } = row;
  const { day, hour, minute } = wallOf(nextAt, zone);
  return {
    ...rest,
    nextAt: nextAt.toISOString(),
    date: new Date(day * dayMs).toISOString().slice(0, 10),
    time: `${two(hour)}:${two(minute)}`,
    paused: pausedAt !== null,
    createdAt: createdAt.toISOString(),
    turns: planned.map(turnView),
  };
}

const turnView = ({ id, dueAt, missedAt, run }: TurnRow): TurnView => ({
  id,
  dueAt: dueAt.toISOString(),
  state: run ? "started" : missedAt ? "missed" : "due",
  run,
});

/** The turn that waits to be started, if any. */
export const dueTurn = (drill: DrillView): TurnView | null => drill.turns.find(({ state }) => state === "due") ?? null;
