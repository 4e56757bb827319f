import { wallOf } from "@/features/incidents/quick/zone";
import { listRunbooks } from "@/features/runbooks/library/queries";
import { authorize } from "@/lib/auth/policy";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { portalZone } from "@/lib/time-zone";
import type { SearchParams } from "../loaders";
import { runPolicy } from "../policy";
import { choicesFor } from "./choices";
import { dueTurn } from "./drill-view";
import { drillPolicy } from "./policy";
import { listDrills } from "./queries";

/** The scheduled drills, and what the reader may do with them. */
export async function loadDrills() {
  return admitted("/runs", async () => {
    const ctx = await pageContext();
    const { zone, drills } = await listDrills(ctx, {});
    return { zone, drills, ableToStart: runPolicy.start(ctx.actor), ableToSchedule: drillPolicy.schedule(ctx.actor) };
  });
}

/** Drills that wait to be started, of one service or of all; none for who may not see them, or while the database is away. */
export async function loadDueDrills(service?: string) {
  const ctx = await pageContext();
  if (!drillPolicy.read(ctx.actor)) return { drills: [], able: false };
  const { drills } = await patiently(() => listDrills(ctx, { service }), { zone: "", drills: [] });
  return { drills: drills.filter((drill) => dueTurn(drill)), able: runPolicy.start(ctx.actor) };
}

const dayMs = 86_400_000;

/** What the form needs: the procedures of one service, the names of the others, and the schedules that there are. */
export async function loadScheduleForm(searchParams: SearchParams) {
  const { runbook, procedure } = await searchParams;
  return admitted("/runs/schedule", async () => {
    const ctx = await pageContext();
    authorize(drillPolicy, "schedule", ctx.actor, undefined);
    const zone = portalZone();
    const [runbooks, { drills }] = await Promise.all([listRunbooks(), listDrills(ctx, {})]);
    const asked = { runbook: String(runbook ?? ""), procedure: String(procedure ?? "") };
    const tomorrow = new Date((wallOf(ctx.now(), zone).day + 1) * dayMs).toISOString().slice(0, 10);
    return { zone, drills, tomorrow, asked, ...choicesFor(runbooks, asked.runbook) };
  });
}
