import { notFound, redirect } from "next/navigation";
import type { Ctx } from "@/lib/context";
import { isAppError } from "@/lib/errors/app-error";
import { pageContext } from "@/lib/http/page-context";
import type { Prefill } from "./declare/proposal";
import { declarableServices, procedureTitle, servicesInfo } from "./library/queries";
import { listPeople } from "./people/queries";
import { incidentPolicy } from "./policy";
import { getIncident } from "./queries";
import { readMark } from "./reading/queries";
import { ServiceName, Severity, Title } from "./schema";
import { readWindow } from "./timeline/window/queries";
import { EntryFilter, ReadWindow } from "./timeline/window/schema";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Entries that an incident's page brings along; earlier ones are asked for. */
const firstEntries = 60;

/** Incidents are for members: nobody is sent to sign in and back, and what is not there is "not found". */
async function membersOnly<T>(path: string, load: (ctx: Ctx) => Promise<T>): Promise<T> {
  const ctx = await pageContext();
  if (!incidentPolicy.read(ctx.actor)) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  try {
    return await load(ctx);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
}

/** The first value of each parameter that is not empty. */
const plain = (params: Awaited<SearchParams>) =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first ? [[name, first]] : [];
    }),
  );

/** What the declare page needs: services with what can be seen on each, and what the address brings. */
export async function loadDeclare(searchParams: SearchParams) {
  const params = plain(await searchParams);
  return membersOnly(`/incidents/new?${new URLSearchParams(params)}`, async (ctx) => {
    const prefill: Prefill = {
      service: ServiceName.safeParse(params.service).data ?? params.runbook?.split("/")[0] ?? null,
      title: Title.safeParse(params.title).data ?? null,
      severity: Severity.safeParse(params.severity).data ?? null,
      runbook: params.runbook ?? null,
      procedure: params.procedure ?? null,
    };
    return {
      services: await declarableServices(prefill.runbook),
      prefill,
      canDeclare: incidentPolicy.declare(ctx.actor),
    };
  });
}

/** An incident's page: its state, its newest entries, and what its services have. */
export async function loadIncident(key: string, searchParams: SearchParams) {
  const params = plain(await searchParams);
  return membersOnly(`/incidents/${key}`, async (ctx) => {
    const incident = await getIncident(ctx, { key });
    const filter = EntryFilter.safeParse(params).data ?? EntryFilter.parse({});
    const [timeline, readUntil, people, services] = await Promise.all([
      readWindow(ctx, { ...ReadWindow.parse({ key, limit: firstEntries }), ...filter }),
      readMark(ctx, incident.id),
      listPeople(ctx),
      servicesInfo(incident.services),
    ]);
    const { runbook, procedure } = params;
    const offer =
      runbook && procedure && incident.can.append
        ? { runbook, procedure, title: (await procedureTitle(runbook, procedure)) ?? procedure }
        : null;
    return { incident, timeline, filter, readUntil, actor: ctx.actor, people, services, offer };
  });
}
