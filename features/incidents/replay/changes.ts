import { z } from "zod";
import { Severity, Status } from "../schema";
import { roleNames } from "../vocabulary";
import type { Change } from "./schema";

type Told = {
  kind: string;
  runId: string | null;
  stepId: string | null;
  data: unknown;
  /** What the event of the run behind the entry made of its steps. */
  moves: unknown;
  /** What it made of the run. */
  runStatus: string | null;
};

const Moves = z.array(z.object({ stepId: z.string(), to: z.string() })).catch([]);

const readers = {
  status: z.object({ to: Status, severity: Severity.optional() }),
  severity: z.object({ to: Severity }),
  role: z.object({
    role: z.enum(roleNames),
    action: z.enum(["assumed", "renounced"]),
    person: z.object({ name: z.string() }).nullable(),
  }),
  check: z.object({
    event: z.enum(["checklist_checked", "checklist_unchecked"]),
    checklist: z.string(),
    itemId: z.string(),
    itemTitle: z.string(),
  }),
  runStarted: z.object({ event: z.literal("run-started"), title: z.string() }),
  runEnded: z.object({ event: z.literal("run-ended"), outcome: z.string() }),
  titled: z.object({ title: z.string() }),
};

/** What an entry changed. Data that say nothing of a change, or that an import made up, change nothing. */
export function changesOf(told: Told): Change[] {
  return [...ofIncident(told), ...ofChecklist(told.data), ...ofRun(told)];
}

function ofIncident({ kind, data }: Told): Change[] {
  if (kind === "status") {
    const read = readers.status.safeParse(data).data;
    if (!read) return [];
    return [{ of: "status", to: read.to }, ...(read.severity ? [{ of: "severity" as const, to: read.severity }] : [])];
  }
  if (kind === "severity") {
    const read = readers.severity.safeParse(data).data;
    return read ? [{ of: "severity", to: read.to }] : [];
  }
  if (kind === "role") {
    const read = readers.role.safeParse(data).data;
    return read ? [{ of: "role", role: read.role, person: read.person?.name ?? null }] : [];
  }
  return [];
}

function ofChecklist(data: unknown): Change[] {
  const read = readers.check.safeParse(data).data;
  if (!read) return [];
  const { checklist, itemId, itemTitle: title, event } = read;
  return [{ of: "check", checklist, itemId, title, checked: event === "checklist_checked" }];
}

function ofRun({ runId, stepId, data, moves, runStatus }: Told): Change[] {
  if (runId === null) return [];
  const started = readers.runStarted.safeParse(data).data;
  const ended = readers.runEnded.safeParse(data).data;
  const title = readers.titled.safeParse(data).data?.title ?? null;
  const steps = Moves.parse(moves).map((move) => ({
    of: "step" as const,
    runId,
    stepId: move.stepId,
    title: move.stepId === stepId ? title : null,
    state: move.to,
  }));
  return [
    ...(started ? [{ of: "run" as const, runId, title: started.title, status: "active" }] : []),
    ...steps,
    ...(runStatus ? [{ of: "run" as const, runId, title: null, status: runStatus }] : []),
    ...(ended ? [{ of: "run" as const, runId, title: null, status: ended.outcome }] : []),
  ];
}
