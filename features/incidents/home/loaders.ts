import type { Ctx } from "@/lib/context";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import type { IncidentSummary } from "../incident-schema";
import { incidentPolicy } from "../policy";
import { listIncidents } from "../queries";
import { unreadOf } from "../reading/queries";
import type { Unread } from "../reading/schema";

/** What is burning, for the home page: not for readers who have not signed in, and not known while the database is away. */
export type Burning =
  | { state: "hidden" }
  | { state: "unknown" }
  | { state: "known"; incidents: IncidentSummary[]; unread: Unread; canDeclare: boolean };

/** Incidents that are not over, worst first, drills after the real ones. Never fails for a database that is away or slow. */
export async function loadBurning(): Promise<Burning> {
  const ctx = await pageContext();
  if (!incidentPolicy.read(ctx.actor)) return { state: "hidden" };
  return patiently<Burning>(() => readBurning(ctx), { state: "unknown" });
}

async function readBurning(ctx: Ctx): Promise<Burning> {
  const { incidents } = await listIncidents(ctx, { status: "active", limit: 50 });
  const isDrill = ({ kind }: IncidentSummary) => Number(kind === "drill");
  incidents.sort((a, b) => isDrill(a) - isDrill(b) || a.severity.localeCompare(b.severity));
  return {
    state: "known",
    incidents,
    unread: await unreadOf(ctx, incidents),
    canDeclare: incidentPolicy.declare(ctx.actor),
  };
}
