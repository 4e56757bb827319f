import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { refuseSecrets } from "@/lib/secrets/refuse-secrets";
import { numberOf } from "../key";
import { incidentPolicy } from "../policy";
import { type QuickEntry, readQuickEntry } from "../quick/quick-grammar";
import { stepNamedIn } from "../references/queries";
import { assumeRole } from "../roles/commands";
import { changeSeverity } from "../severity/commands";
import { changeStatus } from "../status/commands";
import { publishUpdate } from "../updates/commands";
import { onOurClock, senderClock } from "./clock";
import { entryView } from "./entry-view";
import { repeatedEntry } from "./queries";
import { insertEntries, type NewEntry, type ReadyEntry, readyEntry } from "./record/commands";
import type { AppendEntry, AppendedEntry } from "./schema";
import { insertTogether } from "./together/commands";

/**
 * Writes what a person sends on a timeline. Without a kind the text is quick entry: `/sev 2` really changes the severity.
 * A step that the text names as `#id` is linked. The same id twice is one entry. A closed incident takes only what happened before it closed: late, and seen to be late.
 * @throws `not_found`, `incident_closed`, `id_reused`, `future_time`, `quick_entry_unclear`, `secret_found`, and what the commands throw
 */
export async function appendEntry(ctx: Ctx, input: AppendEntry): Promise<AppendedEntry> {
  authorize(incidentPolicy, "append", ctx.actor, undefined);
  const { key, id, kind, body } = input;
  const clock = senderClock(input.sentAt, ctx.now());
  const read: QuickEntry = kind
    ? { text: body, does: "entry", kind, body, happenedAt: null }
    : readQuickEntry(body, ctx.now(), input.timeZone);
  if (read.does === "nothing") throw unclear(read);
  const happenedAt = read.happenedAt ?? onOurClock(input.happenedAt, clock, ctx.now());
  switch (read.does) {
    case "entry":
      if (read.kind === "evidence") refuseSecrets({ body: read.body }, input.cleared);
      if (read.kind === "update") return updateFrom(ctx, input, read.body, happenedAt, clock ? { clock } : {});
      return write(ctx, key, {
        id,
        kind: read.kind,
        body: read.body,
        happenedAt,
        data: clock ? { clock } : {},
        ...(await stepNamedIn(ctx.db, numberOf(key), read.body)),
      });
    case "status":
      return (await changeStatus(ctx, { key, id, to: read.to, reason: read.reason, happenedAt, override: false }))
        .entry;
    case "severity":
      return (await changeSeverity(ctx, { key, id, to: read.to, reason: read.reason, happenedAt })).entry;
    case "role":
      return (await assumeRole(ctx, { key, id, role: read.role, person: read.person ?? undefined, happenedAt })).entry;
  }
}

/** A line of text for stakeholders is their update's condition. */
async function updateFrom(
  ctx: Ctx,
  { key, id }: AppendEntry,
  condition: string,
  happenedAt: Date | undefined,
  more: Record<string, unknown>,
): Promise<AppendedEntry> {
  return (await publishUpdate(ctx, { key, id, condition, actions: "", needs: "", happenedAt, more })).entry;
}

function unclear({ problem, values }: QuickEntry & { does: "nothing" }): AppError {
  return problem === "future"
    ? new AppError("future_time", values)
    : new AppError("quick_entry_unclear", { problem, ...values });
}

async function write(ctx: Ctx, key: string, input: NewEntry): Promise<AppendedEntry> {
  const entry = readyEntry(ctx, input);
  const number = numberOf(key);
  try {
    const row =
      (await insertTogether(ctx.db, number, entry)) ?? (await insertEntries(ctx.db, taking(number, entry), [entry]))[0];
    if (row) return { ...entryView(row), repeated: false };
  } catch (error) {
    // The same id twice at the same moment: the second one's number went back with its transaction.
    if (!isUniqueViolation(error)) throw error;
  }
  const repeated = await repeatedEntry(ctx.db, { number }, entry.id);
  if (repeated) return repeated;
  const incident = await ctx.db.incident.findUnique({ where: { number }, select: { closedAt: true } });
  throw incident
    ? new AppError("incident_closed", { closedAt: incident.closedAt })
    : new AppError("not_found", { key });
}

/** The incident, if it takes this entry: it is open, or this happened before it closed; and the id is new. */
const taking = (number: number, { id, happened_at }: ReadyEntry) => Prisma.sql`
  number = ${number}
  AND (status <> 'closed' OR ${happened_at}::timestamptz <= closed_at)
  AND NOT EXISTS (SELECT FROM timeline_entry WHERE timeline_entry.id = ${id}::uuid)`;
