import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import { getRunbook, getService, listServices, runbooksOf } from "../../runbooks/library/queries";
import { isReadable, type ReadableRunbook } from "../../runbooks/library/runbook";
import type { FoundChecklist } from "../checklists/attach/commands";
import { triageChoices } from "../declare/triage";
import { numberOf } from "../key";
import type { DeclarableService, ServiceInfo } from "./service-info";

/** The checklists that the library keeps for these services. Declaring never fails for want of a runbook. */
export async function checklistsOf(services: string[]): Promise<FoundChecklist[]> {
  if (services.length === 0) return [];
  try {
    const runbooks = (await runbooksOf(services)).filter(({ facts }) => facts.hasChecklists);
    return runbooks.flatMap(({ path, service, outline }) =>
      outline.plan.checklists.map((checklist) => ({ service, runbook: path, checklist })),
    );
  } catch (error) {
    log.error("the checklists of an incident could not be read", { error, services });
    return [];
  }
}

/** The checklists for the services of an incident, read before its row is locked. */
export async function findChecklists(ctx: Ctx, key: string): Promise<FoundChecklist[]> {
  const incident = await ctx.db.incident.findUnique({ where: { number: numberOf(key) }, select: { services: true } });
  return checklistsOf(incident?.services ?? []);
}

/** Dashboards, contacts and runbooks of these services; those that the library does not know are left out. */
export async function servicesInfo(services: string[]): Promise<ServiceInfo[]> {
  const found = await Promise.all(services.map(getService));
  return found.flatMap((service) =>
    service === null
      ? []
      : [
          {
            name: service.name,
            links: service.links,
            contacts: service.contacts,
            runbooks: service.runbooks
              .filter(isReadable)
              .map(({ path, outline }) => ({ path, title: outline.frontMatter.title })),
          },
        ],
  );
}

/** What a procedure is called; null when the library does not have it. */
export async function procedureTitle(runbook: string, procedure: string): Promise<string | null> {
  const found = await getRunbook(runbook).catch(() => null);
  if (found?.kind !== "runbook") return null;
  return found.runbook.facts.procedures.find(({ id }) => id === procedure)?.title ?? null;
}

/**
 * Every service of the library, for declaring: what can be seen there.
 * @param named the runbook whose procedures are wanted as well; those of all are tens of thousands in a large library
 */
export async function declarableServices(named: string | null = null): Promise<DeclarableService[]> {
  const services = await listServices();
  return services.map(({ name, runbooks }) => {
    const readable = runbooks.filter(isReadable);
    return {
      name,
      triage: triageChoices(seenIn(readable).map(({ path, outline }) => ({ path, plan: outline.plan }))),
      procedures: readable
        .filter(({ path }) => path === named)
        .flatMap(({ path, facts }) =>
          facts.procedures.map(({ id, title, severity }) => ({ runbook: path, id, title, severity })),
        ),
    };
  });
}

/** The runbooks with a triage table, and those that its rows may lead to: only these are unpacked. */
function seenIn(runbooks: ReadableRunbook[]): ReadableRunbook[] {
  const tables = runbooks.filter(({ facts }) => facts.hasTriage);
  const wanted = new Set(tables.flatMap(({ path, facts }) => [path, ...facts.leadsTo]));
  return runbooks.filter(({ path }) => wanted.has(path));
}
