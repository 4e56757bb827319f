import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { getIncident } from "../queries";
import { readReplay } from "./queries";
import { ReadReplay } from "./schema";

/** An incident and the first entries of its replay; the page asks for the others. */
export async function loadReplay(key: string) {
  return admitted(`/incidents/${key}/replay`, async () => {
    const ctx = await pageContext();
    const [incident, page] = await Promise.all([getIncident(ctx, { key }), readReplay(ctx, ReadReplay.parse({ key }))]);
    return { incidentKey: incident.key, title: incident.title, page };
  });
}
