import { z } from "zod";
import { ClientId, IncidentKey, Instant, IsoTime } from "@/features/incidents/schema";
import { incidentStatuses } from "@/features/incidents/vocabulary";
import { phaseKinds } from "@/features/runbooks/plan";
import { Suggestion } from "@/features/runbooks/suggestions/schema";
import { ClearedParts } from "@/lib/secrets/cleared-parts";
import { severities } from "@/lib/severity";
import { RunbookNow } from "./adopt/schema";
import { StepApproval } from "./approvals/request";
import { ClockView } from "./clocks/clock-view";
import { EvidenceView } from "./evidence/schema";
import { evidenceLimit } from "./expectation";
import { runStatuses, stepEvents, stepStates } from "./machine";
import { valueSources } from "./variables/values";

const Text = (max: number) =>
  z
    .string()
    .max(max)
    // PostgreSQL keeps no NUL in a text.
    .transform((text) => text.replaceAll("\u0000", ""));

export const RunId = z.uuid();
const StepId = z.string().max(200);

export const StartRun = z.object({
  /** Without one the run is a drill of its own. */
  key: IncidentKey.optional(),
  /** `service/file`. */
  runbook: z.string().trim().max(300),
  procedure: z.string().trim().max(200),
  /** Id of the run, made by the client: the same id twice is one run. */
  id: ClientId.optional(),
  /** The turn of a scheduled drill that this is. */
  turn: z.uuid().optional(),
});
export type StartRun = z.output<typeof StartRun>;

export const ActOnStep = z.object({
  runId: RunId,
  stepId: StepId,
  event: z.enum(stepEvents),
  /** The version of the step that the person saw. */
  expectedVersion: z.number().int().positive(),
  /** Markdown; the reason for `skip` and `reopen`. */
  note: Text(10_000).optional(),
  /** Output as pasted. */
  evidence: Text(evidenceLimit).optional(),
  /** Label of the option, for `choose`. */
  option: z.string().max(300).optional(),
  /** The target typed back, for an irreversible step. */
  confirm: z.string().max(300).optional(),
  /** Parts of `note` and `evidence` that a person says are no secrets. */
  cleared: ClearedParts.optional(),
  /** Id of the person whom the step goes to, for `hand_over`: an active one with the role of responder or more. */
  to: z.uuid().optional(),
  /** Id of the event, made by the client: the same id twice is one event. */
  id: ClientId.optional(),
  /** When it was done, where that is told later. */
  happenedAt: Instant.optional(),
});
export type ActOnStep = z.output<typeof ActOnStep>;

export const EndRun = z.object({
  runId: RunId,
  outcome: z.enum(["recovered", "completed", "escalated", "abandoned"]),
  /** Wanted for `abandoned`, and for `recovered` where no check says so. */
  reason: Text(10_000).optional(),
  /** Parts of `reason` that a person says are no secrets. */
  cleared: ClearedParts.optional(),
  id: ClientId.optional(),
  /** When it ended, where that is told later. */
  happenedAt: Instant.optional(),
});
export type EndRun = z.output<typeof EndRun>;

export const RecordCopy = z.object({
  runId: RunId,
  stepId: StepId,
  /** As filled in, with every secret already masked by whoever filled it in. */
  command: Text(20_000),
  lang: z.string().max(40).default("bash"),
  id: ClientId.optional(),
  /** When it was copied, where that is told later. */
  happenedAt: Instant.optional(),
});
export type RecordCopy = z.output<typeof RecordCopy>;

export const SetVariables = z.object({
  runId: RunId,
  /** By name; null takes a value away. Secrets are refused: they stay with the person. */
  variables: z.record(z.string().max(100), z.string().max(4_000).nullable()),
  /** By name, the version that the person saw; without one the last to write wins. */
  expectedVersions: z.record(z.string().max(100), z.number().int().min(0)).optional(),
  /** Id of the change, made by the client: the same id twice is one change. */
  id: ClientId.optional(),
});
export type SetVariables = z.output<typeof SetVariables>;

export const RunRef = z.object({ runId: RunId });
export type RunRef = z.output<typeof RunRef>;
export const FollowRun = RunRef.extend({
  /** `whole`: the run at each change. `changes`: the run once, then what differs. */
  view: z.enum(["whole", "changes"]).default("whole"),
  /** The step that the follower's screen shows. */
  place: StepId.default(""),
});
export type FollowRun = z.output<typeof FollowRun>;
export const StepRef = z.object({ runId: RunId, stepId: StepId });
export type StepRef = z.output<typeof StepRef>;

export const ListRuns = z.object({
  status: z.enum([...runStatuses, "all"]).default("all"),
  drill: z.enum(["true", "false"]).optional(),
  runbook: z.string().max(300).optional(),
  procedure: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListRuns = z.output<typeof ListRuns>;

export const ListIncidentRuns = z.object({ key: IncidentKey });
export type ListIncidentRuns = z.output<typeof ListIncidentRuns>;

const Somebody = z.object({ id: z.string().nullable(), name: z.string() });

export const StepView = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.enum(phaseKinds),
  state: z.enum(stepStates),
  version: z.number().int(),
  type: z.enum(["step", "decision"]),
  procedure: z.string(),
  position: z.number().int(),
  kind: z.enum(["read", "change"]),
  /** Seconds. */
  within: z.number().nullable(),
  /** Seconds, with what people added to `within` since the step was started. */
  limit: z.number().nullable(),
  /** Seconds that earlier runs usually took for it; null with a limit, or while there are too few. */
  usual: z.number().nullable(),
  evidenceRequired: z.boolean(),
  irreversible: z.boolean(),
  target: z.string().nullable(),
  /** What has to be typed to confirm an irreversible step. */
  confirm: z.string().nullable(),
  options: z.array(z.object({ label: z.string(), goto: z.string().nullable(), outcome: z.string().nullable() })),
  expects: z.array(z.object({ matches: z.string().nullable(), text: z.string() })),
  commands: z.array(z.object({ lang: z.string(), text: z.string(), placeholders: z.array(z.string()) })),
  /** Completing it says that the service recovered. */
  attempt: z.boolean(),
  claimedBy: Somebody.nullable(),
  /** Since when that person is on it. */
  claimedAt: IsoTime.nullable(),
  startedAt: IsoTime.nullable(),
  endedAt: IsoTime.nullable(),
  option: z.string().nullable(),
  note: z.string().nullable(),
  /** The beginning of the pasted output; `GET …/steps/{stepId}` has it whole. */
  evidence: z.string().nullable(),
  evidenceLength: z.number().int(),
  /** What the table allows from this state, whoever asks. */
  possible: z.array(z.enum(stepEvents)),
  /** The step that has to be finished first. */
  waitingFor: z.string().nullable(),
  /** The text that the step was adopted from during the run; null for the one that the run pinned. */
  blob: z.string().nullable(),
  /** A version adopted during the run no longer has it. */
  dropped: z.boolean(),
});
export type StepView = z.output<typeof StepView>;

export const RunSummary = z.object({
  id: z.string(),
  status: z.enum(runStatuses),
  runbook: z.string(),
  procedure: z.string(),
  title: z.string(),
  incident: z
    .object({
      key: z.string(),
      title: z.string(),
      status: z.enum(incidentStatuses),
      severity: z.enum(severities),
      mitigatedAt: IsoTime.nullable(),
    })
    .nullable(),
  drill: z.boolean(),
  startedAt: IsoTime,
  startedBy: Somebody,
  endedAt: IsoTime.nullable(),
  /** Steps finished, of those on the path. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
});
export type RunSummary = z.output<typeof RunSummary>;

const VariableView = z.object({
  name: z.string(),
  label: z.string().nullable(),
  default: z.string().nullable(),
  secret: z.boolean(),
  from: z.string().nullable(),
  /** RE2; a value has to match as a whole. */
  pattern: z.string().nullable(),
});

const VariableState = z.object({
  value: z.string().nullable(),
  source: z.enum(valueSources).nullable(),
  detail: z.string().nullable(),
  by: Somebody.nullable(),
  at: IsoTime.nullable(),
  version: z.number().int(),
  otherwise: z.string().nullable(),
});

const OtherRun = z.object({ id: z.string(), title: z.string(), runbook: z.string() });

export const RunView = RunSummary.extend({
  /** HEAD of the content repository when the run started. */
  commit: z.string().nullable(),
  blob: z.string(),
  /** Seconds for the whole procedure. */
  within: z.number().nullable(),
  /** Seconds that earlier runs of it usually took; null with a limit, or while there are too few. */
  usual: z.number().nullable(),
  /** The limits that are running down now. */
  clocks: z.array(ClockView),
  version: z.number().int(),
  variables: z.record(z.string(), z.string()),
  /** Where each value comes from; a change names the version it saw. */
  values: z.record(z.string(), VariableState),
  declared: z.array(VariableView),
  severity: z.enum(severities).nullable(),
  contacts: z.array(z.object({ name: z.string(), channel: z.string().nullable(), for: z.array(z.string()) })),
  procedures: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Where the run goes on. */
  focus: z.object({
    stage: z.enum(["work", "escalation", "closing", "end"]),
    procedure: z.string(),
    stepId: z.string().nullable(),
  }),
  /** When to escalate, where the procedure says so. */
  escalation: z.object({ exists: z.boolean(), dueAt: IsoTime.nullable() }),
  /** `service/file#id` that an answer led to; a run can be started there. */
  continueAt: z.string().nullable(),
  /** The run whose answer led here, out of another runbook. */
  continues: OtherRun.nullable(),
  /** The run that goes on where an answer of this one led. */
  continuation: OtherRun.extend({ status: z.enum(runStatuses) }).nullable(),
  /** Why no run goes on there yet; `ready` where it can be started now. Null where nothing leads on, or a run does. */
  continuationProblem: z.enum(["missing", "unreadable", "no_procedure", "ready"]).nullable(),
  /** The runbook in force differs from what this run pinned. */
  runbookChanged: z.boolean(),
  /** What became of the runbook since. */
  runbookNow: RunbookNow,
  /** Output and files recorded for its steps, in the order in which they came. */
  evidence: z.array(EvidenceView),
  /** The server's clock when this was read. */
  now: IsoTime,
  /** Steps that want a second person by the rule in force. */
  approvals: z.array(StepApproval),
  /** What was found wrong with its steps, and what became of that. */
  suggestions: z.array(Suggestion),
  steps: z.array(StepView),
});
export type RunView = z.output<typeof RunView>;

export const StartedRun = RunView.extend({ repeated: z.boolean() });
export type StartedRun = z.output<typeof StartedRun>;

/** What makes one state of a run another: the fields of the run and of its steps that differ. */
export const RunChange = z.object({
  /** Version of the state that this is the difference to. */
  from: z.number().int(),
  run: RunView.omit({ steps: true }).partial().required({ version: true, now: true }),
  /** What differs, said once for all the steps that it is the same for; a step that is new comes whole. */
  steps: z.array(z.object({ ids: z.array(z.string()), set: StepView.partial() })),
  /** Ids of steps that are not part of the run any more. */
  gone: z.array(z.string()),
});
export type RunChange = z.output<typeof RunChange>;

/** The step after an action, with its run. */
export const ActedStep = StepView.extend({ run: RunView, repeated: z.boolean() });
export type ActedStep = z.output<typeof ActedStep>;

export const ChangedRun = z.object({ run: RunView, repeated: z.boolean() });
export type ChangedRun = z.output<typeof ChangedRun>;
