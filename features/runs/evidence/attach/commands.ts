import { v7 } from "uuid";
import { keepUpload, nameUpload } from "@/features/incidents/attachments/commands";
import { findAttachment } from "@/features/incidents/attachments/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { loadRun, lockRun } from "../../lock/queries";
import { runPolicy } from "../../policy";
import { viewOf, wholeStep } from "../../queries";
import { recordRunEvent, writing } from "../../record/commands";
import { checkOpen } from "../../steps/commands";
import type { AttachedFile } from "../api";
import { type AttachToStep, filesPerStep } from "../schema";
import { evidenceStories } from "../stories";

/**
 * Attaches a file to a step. What can be refused is refused before the bytes are read; they are kept first and named after. The
 * same id twice is one attachment, and the second body is not read.
 * @throws `not_found`, `incident_closed`, `too_many_files`, `file_empty`, `id_reused`; what the body throws
 */
export async function attachToStep(
  ctx: Ctx,
  input: AttachToStep,
  body: AsyncIterable<Uint8Array>,
): Promise<AttachedFile> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, stepId, name, id = v7() } = input;
  const before = await loadRun(ctx.db, runId);
  const { title } = wholeStep(before, stepId);
  const answer = async (attachment: AttachedFile["attachment"], repeated: boolean) => ({
    attachment,
    run: await viewOf(ctx, await loadRun(ctx.db, runId)),
    repeated,
  });
  const known = await findAttachment(ctx.db, id, { runId });
  if (known) return answer(known, true);
  checkOpen(before);
  await checkRoom(ctx.db, input);
  const file = await keepUpload(ctx, body);
  const { attachment, repeated } = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    const meanwhile = await findAttachment(tx, id, { runId });
    if (meanwhile) return { attachment: meanwhile, repeated: true };
    checkOpen(run);
    await checkRoom(tx, input);
    const place = { incidentId: run.record.incidentId, runId, stepId, entryId: run.record.incidentId ? id : undefined };
    const made = await nameUpload(tx, ctx, file, { id, name, place });
    const entries = [evidenceStories(ctx.locale).file(title, made)];
    await recordRunEvent(tx, ctx, run, run.state, { id, event: "attach", stepId, data: { ...made }, entries });
    return { attachment: made, repeated: false };
  });
  return answer(attachment, repeated);
}

async function checkRoom(tx: Tx, { runId, stepId }: AttachToStep): Promise<void> {
  const count = await tx.attachment.count({ where: { runId, stepId } });
  if (count >= filesPerStep) throw new AppError("too_many_files", { limit: filesPerStep });
}
