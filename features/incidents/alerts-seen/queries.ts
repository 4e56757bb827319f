import { isReadable } from "@/features/runbooks/library/runbook";
import type { Found } from "@/features/runbooks/worklist/found";
import type { Shelf } from "@/features/runbooks/worklist/refresh/shelf";
import type { Ctx } from "@/lib/context";
import { alertFindings, type SeenAlert } from "./alert-findings";

/** Alerts that are looked at, at most, and how far back: what stopped long ago is nobody's work. */
const most = 5_000;
const reachMs = 365 * 86_400_000;

/** The alerts that this portal knows: those that incidents were declared from, each set of labels once, the latest first. */
export async function seenAlerts({ db, now }: Ctx): Promise<SeenAlert[]> {
  const since = new Date(now().getTime() - reachMs);
  const rows = await db.$queryRaw<{ labels: Record<string, string>; services: string[]; lastSeen: Date }[]>`
    SELECT DISTINCT ON (labels) labels, services, declared_at AS "lastSeen" FROM incident
    WHERE labels ? 'alertname' AND declared_at > ${since.toISOString()}::timestamptz
    ORDER BY labels, declared_at DESC LIMIT ${most}`;
  return rows;
}

/** Source of what does not fit between alerts and runbooks. */
export async function alertsSource(ctx: Ctx, { runbooks }: Shelf): Promise<Found[]> {
  return alertFindings(runbooks.filter(isReadable), await seenAlerts(ctx));
}
