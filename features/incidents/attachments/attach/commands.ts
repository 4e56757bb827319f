import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { isUniqueViolation, type Tx, transaction } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { refuseSecrets } from "@/lib/secrets/refuse-secrets";
import { numberOf } from "../../key";
import { lockIncident } from "../../lock/queries";
import { incidentPolicy } from "../../policy";
import { stepNamedIn } from "../../references/queries";
import { entryView } from "../../timeline/entry-view";
import { checkHappened } from "../../timeline/happened";
import { repeatedEntry } from "../../timeline/queries";
import { recordEntry } from "../../timeline/record/commands";
import type { AttachedEntry } from "../api";
import { fileLink } from "../attachment-view";
import { keepUpload, nameUpload } from "../commands";
import { findAttachment } from "../queries";
import type { AttachToIncident } from "../schema";

/**
 * Puts a file on a timeline, with what was typed as the text of its entry; both have the same id. What can be refused is refused
 * before the bytes are read; they are kept first and named after. The same id twice is one, and the second body is not read.
 * @throws `not_found`, `incident_closed`, `future_time`, `secret_found`, `file_empty`, `id_reused`; what the body throws
 */
export async function attachToIncident(
  ctx: Ctx,
  input: AttachToIncident,
  body: AsyncIterable<Uint8Array>,
): Promise<AttachedEntry> {
  authorize(incidentPolicy, "append", ctx.actor, undefined);
  const { key, name, text, id = v7() } = input;
  const known = await alreadyThere(ctx.db, key, id);
  if (known) return known;
  refuseSecrets({ text });
  const happenedAt = checkHappened(input.happenedAt ?? ctx.now(), ctx.now());
  checkTakes(await openIncident(ctx, key), happenedAt);
  const file = await keepUpload(ctx, body);
  const step = await stepNamedIn(ctx.db, numberOf(key), text);
  try {
    return await transaction(ctx.db, async (tx) => {
      const incident = await lockIncident(tx, key);
      const meanwhile = await alreadyThere(tx, key, id);
      if (meanwhile) return meanwhile;
      checkTakes(incident, happenedAt);
      const place = { incidentId: incident.id, entryId: id };
      const attachment = await nameUpload(tx, ctx, file, { id, name, place });
      const told = [text, fileLink(attachment)].filter(Boolean).join("\n\n");
      const data = { event: "attachment", attachment };
      const entry = { id, kind: "attachment" as const, body: told, happenedAt, data, ...step };
      const row = await recordEntry(tx, ctx, incident.id, entry);
      return { attachment, entry: { ...entryView(row), repeated: false }, repeated: false };
    });
  } catch (error) {
    // The same id on two incidents at the same moment: only one of them has it.
    if (isUniqueViolation(error)) throw new AppError("id_reused", { id });
    throw error;
  }
}

/** The file and entry that an id already names on this incident; null when it is free. @throws `id_reused` */
async function alreadyThere(tx: Tx, key: string, id: string): Promise<AttachedEntry | null> {
  const entry = await repeatedEntry(tx, { number: numberOf(key) }, id);
  if (!entry) return null;
  const attachment = await findAttachment(tx, id, { runId: null });
  if (!attachment) throw new AppError("id_reused", { id });
  return { attachment, entry, repeated: true };
}

async function openIncident(ctx: Ctx, key: string) {
  const where = { number: numberOf(key) };
  const incident = await ctx.db.incident.findUnique({ where, select: { status: true, closedAt: true } });
  if (!incident) throw new AppError("not_found", { key });
  return incident;
}

/** A closed incident takes only what happened before it closed, as for every entry. */
function checkTakes({ status, closedAt }: Pick<Incident, "status" | "closedAt">, happenedAt: Date): void {
  if (status === "closed" && (closedAt === null || happenedAt > closedAt))
    throw new AppError("incident_closed", { closedAt });
}
