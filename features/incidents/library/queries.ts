import type { Ctx } from "@/lib/context";
import type { FoundChecklist } from "../checklists/attach/commands";
import type { DeclarableService, ServiceInfo } from "./service-info";

/** The checklists that the library keeps for these services. Declaring never fails for want of a runbook. */
export async function checklistsOf(_services: string[]): Promise<FoundChecklist[]> {
  return [];
}

/** The checklists for the services of an incident, read before its row is locked. */
export async function findChecklists(_ctx: Ctx, _key: string): Promise<FoundChecklist[]> {
  return [];
}

/** Dashboards, contacts and runbooks of these services. */
export async function servicesInfo(_services: string[]): Promise<ServiceInfo[]> {
  return [];
}

/** Every service of the library, for declaring. */
export async function declarableServices(): Promise<DeclarableService[]> {
  return [];
}
