import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { declarableServices } from "../library/queries";
import { incidentPolicy } from "../policy";
import { unreadOf } from "../reading/queries";
import { filtersOf, isFiltered, type Parameters, pageHref } from "./address";
import { searchIncidents } from "./queries";
import { SearchIncidents } from "./schema";

/** The list of incidents as the address asks for it. Without a question it shows what is going on now. */
export async function loadIncidentSearch(parameters: Parameters) {
  const asked = filtersOf(parameters);
  const here = pageHref(asked);
  return admitted(here, async () => {
    const ctx = await pageContext();
    const filters = SearchIncidents.parse(asked);
    const filtered = isFiltered(asked);
    if (!filtered) filters.status = "active";
    const [page, services] = await Promise.all([searchIncidents(ctx, filters), declarableServices()]);
    return {
      page,
      unread: await unreadOf(ctx, page.incidents),
      asked,
      filters,
      filtered,
      services: services.map(({ name }) => name),
      canDeclare: incidentPolicy.declare(ctx.actor),
      next: page.nextCursor ? pageHref({ ...asked, cursor: page.nextCursor }) : null,
    };
  });
}

/** Whether this reader is shown what incidents say beside other results. Needs no database. */
export async function loadMayReadIncidents(): Promise<boolean> {
  return incidentPolicy.read((await pageContext()).actor);
}
