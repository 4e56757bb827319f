import { redirect } from "next/navigation";
import { listIncidents } from "@/features/incidents/queries";
import { ListIncidents } from "@/features/incidents/schema";
import { AppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { runHref } from "./links";
import { findProcedure, pinnedArtifacts } from "./pin/queries";
import { runPolicy } from "./policy";
import { getRun, listIncidentRuns, listRuns, planOf } from "./queries";
import { ListRuns, RunRef } from "./schema";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** A run's page at its own address: under its incident, or alone. The text is the pinned one. */
export async function loadRun(runId: string, key?: string) {
  const path = key ? `/incidents/${key}/runs/${runId}` : `/runs/${runId}`;
  const loaded = await admitted(path, async () => {
    const ctx = await pageContext();
    if (!RunRef.safeParse({ runId }).success)
      throw new AppError(runPolicy.read(ctx.actor) ? "not_found" : "unauthenticated");
    const run = await getRun(ctx, { runId });
    const plan = await planOf(ctx, { runId });
    const me = { id: ctx.actor.id, name: ctx.actor.name };
    const blobs = [...new Set([run.blob, ...run.steps.flatMap(({ blob }) => blob ?? [])])];
    const artifacts = await pinnedArtifacts(ctx, { runbook: run.runbook, blobs });
    return { run, plan, artifacts, able: runPolicy.act(ctx.actor), me };
  });
  const home = runHref(loaded.run);
  if (home.toLowerCase() !== path.toLowerCase()) redirect(home);
  return loaded;
}

/** Recent drills, runs on incidents, or both. */
export async function loadRuns(searchParams: SearchParams) {
  const asked = one((await searchParams).show);
  const show = asked === "all" || asked === "incidents" ? asked : "drills";
  const wanted = { drills: { drill: "true" }, incidents: { drill: "false" }, all: {} }[show];
  return admitted(`/runs?show=${show}`, async () => {
    const ctx = await pageContext();
    const { runs } = await listRuns(ctx, ListRuns.parse(wanted));
    return { runs, show, canStart: runPolicy.start(ctx.actor) } as const;
  });
}

/** The runs of an incident, for its page. */
export async function loadIncidentRuns(key: string) {
  return admitted(`/incidents/${key}`, async () => listIncidentRuns(await pageContext(), { key }));
}

/** What starting a procedure needs: the procedure, and the incidents that it may be for. */
export async function loadStart(searchParams: SearchParams) {
  const params = await searchParams;
  const [runbook = "", procedure = "", key = ""] = [params.runbook, params.procedure, params.incident].map(one);
  const query = new URLSearchParams({ runbook, procedure, ...(key ? { incident: key } : {}) });
  return admitted(`/runs/new?${query}`, async () => {
    const ctx = await pageContext();
    if (!runPolicy.read(ctx.actor)) throw new AppError("unauthenticated");
    const [found, { incidents }] = await Promise.all([
      findProcedure(runbook, procedure),
      listIncidents(ctx, ListIncidents.parse({ status: "active" })),
    ]);
    // The one asked for first, then those of the runbook's service.
    const rank = (incident: (typeof incidents)[number]) =>
      (incident.key === key.toUpperCase() ? 2 : 0) + (found && incident.services.includes(found.service) ? 1 : 0);
    const sorted = incidents.toSorted((a, b) => rank(b) - rank(a));
    return { found, incidents: sorted, able: runPolicy.start(ctx.actor) };
  });
}
