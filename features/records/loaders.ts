import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { exportIncident } from "./export/queries";
import { recordPart } from "./record-part";

/** The whole record of an incident, and the part of its timeline that the page shows. */
export const loadRecord = (key: string, part: number) =>
  admitted(`/incidents/${key}/record`, async () => {
    const { entries, ...record } = await exportIncident(await pageContext(), { key });
    return { record, timeline: recordPart(entries, part) };
  });
