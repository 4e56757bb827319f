import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { numberOf } from "../key";
import { incidentPolicy } from "../policy";
import type { MarkRead, ReadMarkView } from "./schema";

/**
 * Remembers how far a person has read, for their next visit. Never goes back, says nothing on the timeline and tells nobody:
 * what somebody has read is their own.
 * @throws `not_found`
 */
export async function markRead(ctx: Ctx, { key, seq }: MarkRead): Promise<ReadMarkView> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const { kind, id: personId } = ctx.actor;
  if (kind !== "person" || personId === null) return { seq: 0 };
  const [mark] = await ctx.db.$queryRaw<{ seq: number }[]>`
    INSERT INTO read_mark (person_id, incident_id, seq, read_at)
    SELECT ${personId}::uuid, id, LEAST(${seq}::int, last_seq), ${ctx.now()}::timestamptz
    FROM incident WHERE number = ${numberOf(key)}
    ON CONFLICT (person_id, incident_id) DO UPDATE
      SET seq = GREATEST(read_mark.seq, excluded.seq), read_at = excluded.read_at
    RETURNING seq`;
  if (!mark) throw new AppError("not_found", { key });
  return mark;
}
