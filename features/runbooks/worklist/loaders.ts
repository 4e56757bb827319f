import { cache } from "react";
import { isAdmin } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/policy";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { portalZone } from "@/lib/time-zone";
import { listRunbooks } from "../library/queries";
import { listLinkChecks } from "../link-check/queries";
import { dayIn } from "./day";
import { listOwners, ownerCandidates } from "./owners/queries";
import { worklistPolicy } from "./policy";
import { countMine, listWorklist } from "./queries";
import { listReminders } from "./reminders/queries";
import type { Reminder } from "./reminders/schema";
import { ListWorklist } from "./schema";
import { freshnessByService } from "./sources/review";

type Parameters = Record<string, string | string[] | undefined>;

/** What the address asks for; what is not understood is left out. */
function askedBy(parameters: Parameters): Partial<ListWorklist> {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const { service, owner, kind, mine, state, cursor } = ListWorklist.shape;
  const shape = { service, owner, kind, mine, state, cursor };
  return Object.fromEntries(
    given.filter(([name, value]) => {
      const field = name && Object.hasOwn(shape, name) ? shape[name as keyof typeof shape] : null;
      return value !== "" && field?.safeParse(value).success;
    }),
  ) as Partial<ListWorklist>;
}

/** The worklist as the address narrows it, with the freshness of each service and how the external links stand. */
export function loadWorklist(parameters: Parameters) {
  return admitted("/worklist", async () => {
    const ctx = await pageContext();
    const asked = askedBy(parameters);
    const [page, links, runbooks] = await Promise.all([
      listWorklist(ctx, ListWorklist.parse(asked)),
      listLinkChecks(ctx, { limit: 1 }),
      listRunbooks(),
    ]);
    const today = dayIn(portalZone(), ctx.now());
    return { page, asked, today, links, freshness: freshnessByService(runbooks, today), me: ctx.actor.name };
  });
}

/** The owners that runbooks name, and, for an administrator, who could answer for them. */
export function loadOwners() {
  return admitted("/worklist/owners", async () => {
    const ctx = await pageContext();
    authorize(worklistPolicy, "read", ctx.actor, null);
    const { owners } = await listOwners(ctx);
    return { owners, people: isAdmin(ctx.actor) ? await ownerCandidates(ctx) : [], me: ctx.actor.id };
  });
}

/** How much waits for the reader; null for who keeps no runbooks, and 0 while the database is away. */
export const loadWorklistCount = cache(async (): Promise<number | null> => {
  const ctx = await pageContext();
  return worklistPolicy.read(ctx.actor) ? patiently(async () => (await countMine(ctx)) ?? 0, 0) : null;
});

/** This week's reminders for the reader; none for who keeps no runbooks, and while the database is away. */
export async function loadReminders(): Promise<Reminder[]> {
  const ctx = await pageContext();
  if (!worklistPolicy.read(ctx.actor)) return [];
  return patiently(async () => (await listReminders(ctx)).reminders, []);
}
