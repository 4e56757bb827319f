import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import { refuseSecrets } from "@/lib/secrets/refuse-secrets";
import { propose } from "../expectation";
import { loadRun, lockRun } from "../lock/queries";
import { isOpen } from "../machine";
import { runPolicy } from "../policy";
import { viewOf, wholeStep } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { RunState } from "../run-state";
import { changed } from "../step-row";
import { checkOpen } from "../steps/commands";
import type { RecordedEvidence } from "./api";
import type { OutputData } from "./evidence-view";
import { outputPart } from "./output-part";
import type { RecordEvidence } from "./schema";
import { evidenceStories } from "./stories";

/**
 * Records output of a step, whoever or whatever sends it, and says what it means for the step's expectation. It is on record at
 * once and answers nothing: a person does. While the step is open, the last output is the one that the answer will rest on. The
 * same id twice is one record.
 * @throws `not_found`, `incident_closed`, `id_reused`, `secret_found`
 */
export async function recordEvidence(ctx: Ctx, input: RecordEvidence): Promise<RecordedEvidence> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, stepId, id = v7() } = input;
  const text = input.secrets === "mask" ? maskSecrets(input.text) : input.text;
  if (input.secrets === "refuse") refuseSecrets({ text }, input.cleared);
  const { title, expects } = wholeStep(await loadRun(ctx.db, runId), stepId);
  // Before the run is locked: a megabyte takes a while to read.
  const proposal = propose(expects, text);
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    checkOpen(run);
    const output: OutputData = { part: outputPart(text, proposal), length: text.length, proposal };
    const entries = [evidenceStories(ctx.locale).output(title, text, proposal)];
    const after = withOutput(run.state, stepId, text);
    await recordRunEvent(tx, ctx, run, after, { id, event: "evidence", stepId, data: { text, output }, entries });
    return false;
  });
  return { id, proposal, run: await viewOf(ctx, await loadRun(ctx.db, runId)), repeated };
}

/** The output that the answer of an open step rests on; what was answered stays as it was. */
export function withOutput(run: RunState, stepId: string, evidence: string | null): RunState {
  const steps = run.steps.map((row) => (row.stepId === stepId && isOpen(row.state) ? changed(row, { evidence }) : row));
  return { ...run, steps };
}
