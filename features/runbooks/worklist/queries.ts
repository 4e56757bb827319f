import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { portalZone } from "@/lib/time-zone";
import { dayIn } from "./day";
import type { FindingKind, Urgency } from "./kinds";
import { ownerKeyOf } from "./owner";
import { ownKeys } from "./owners/queries";
import { worklistPolicy } from "./policy";
import { itemStates, type ListWorklist, type WorklistItem, type WorklistPage } from "./schema";

type Row = NonNullable<Awaited<ReturnType<Tx["finding"]["findFirst"]>>>;
type Counted = { of: string; value: string; count: number };

/** A row as a reader sees it. @param own keys of the owners that the reader answers for */
export const itemOf = (row: Row, own: readonly string[]): WorklistItem => ({
  id: row.id,
  kind: row.kind as FindingKind,
  runbook: row.runbook,
  service: row.service,
  owner: row.owner,
  mine: own.includes(row.ownerKey),
  title: row.title,
  line: row.line,
  values: row.values as Record<string, string>,
  blob: row.blob,
  fingerprint: row.fingerprint,
  urgency: row.urgency as Urgency,
  since: row.since.toISOString(),
  dueOn: row.dueOn,
  snoozedUntil: row.snoozedUntil,
  snoozedBy: row.snoozedBy,
  dismissed: row.dismissedAt && {
    at: row.dismissedAt.toISOString(),
    by: row.dismissedBy ?? "",
    reason: row.dismissReason ?? "",
  },
});

/** What a row is on a day. */
const stateOf = (today: string) => Prisma.sql`
  CASE WHEN dismissed_at IS NOT NULL THEN 'dismissed' WHEN snoozed_until > ${today} THEN 'snoozed' ELSE 'open' END`;

/**
 * What owners have to see to: the caller's own first, what names nobody last, by owner, the most urgent and oldest first. Reads
 * the table alone, never the runbooks.
 */
export async function listWorklist(ctx: Ctx, input: ListWorklist): Promise<WorklistPage> {
  authorize(worklistPolicy, "read", ctx.actor, null);
  const own = await ownKeys(ctx.db, ctx.actor);
  const today = dayIn(portalZone(), ctx.now());
  const state = stateOf(today);
  const isMine = Prisma.sql`owner_key = ANY(${own}::text[])`;
  const offset = Number(input.cursor ?? 0);
  const where = Prisma.join(
    [
      Prisma.sql`${state} = ${input.state}`,
      ...(input.service ? [Prisma.sql`service = ${input.service}`] : []),
      ...(input.owner ? [Prisma.sql`owner_key = ${ownerKeyOf(input.owner)}`] : []),
      ...(input.kind ? [Prisma.sql`kind = ${input.kind}`] : []),
      ...(input.mine ? [isMine] : []),
    ],
    " AND ",
  );
  const [ids, counted] = await Promise.all([
    ctx.db.$queryRaw<{ id: string; total: number }[]>`
      SELECT id, (count(*) OVER ())::int AS total FROM finding WHERE ${where}
      ORDER BY (${isMine}) DESC, owner_key = '', owner_key, urgency, since, id OFFSET ${offset} LIMIT ${input.limit}`,
    ctx.db.$queryRaw<Counted[]>`
      WITH known AS (SELECT *, ${state} AS state FROM finding)
      SELECT 'state' AS of, state AS value, count(*)::int AS count FROM known GROUP BY state
      UNION ALL SELECT 'mine', '', count(*)::int FROM known WHERE state = ${input.state} AND ${isMine}
      UNION ALL SELECT 'kind', kind, count(*)::int FROM known WHERE state = ${input.state} GROUP BY kind
      UNION ALL SELECT 'owner', min(owner), count(*)::int FROM known WHERE state = ${input.state} AND owner <> '' GROUP BY owner_key
      UNION ALL SELECT 'service', service, count(*)::int FROM known WHERE state = ${input.state} AND service IS NOT NULL
        GROUP BY service
      ORDER BY 1, 2`,
  ]);
  const rows = await ctx.db.finding.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const total = ids[0]?.total ?? 0;
  const end = offset + ids.length;
  const facet = (of: string) => counted.filter((one) => one.of === of).map(({ value, count }) => ({ value, count }));
  const count = (of: string, value: string) => counted.find((one) => one.of === of && one.value === value)?.count ?? 0;
  return {
    items: ids.flatMap(({ id }) => {
      const row = byId.get(id);
      return row ? [itemOf(row, own)] : [];
    }),
    nextCursor: end < total ? String(end) : null,
    total,
    counts: {
      mine: count("mine", ""),
      state: Object.fromEntries(itemStates.map((one) => [one, count("state", one)])) as WorklistPage["counts"]["state"],
      kind: facet("kind"),
      owner: facet("owner"),
      service: facet("service"),
    },
  };
}

/** How many open items wait for the caller; null for who does not keep runbooks. */
export async function countMine(ctx: Ctx): Promise<number | null> {
  if (!worklistPolicy.read(ctx.actor) || ctx.actor.kind !== "person") return null;
  const own = await ownKeys(ctx.db, ctx.actor);
  if (own.length === 0) return 0;
  const today = dayIn(portalZone(), ctx.now());
  return ctx.db.finding.count({
    where: {
      ownerKey: { in: own },
      dismissedAt: null,
      OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: today } }],
    },
  });
}
