import { z } from "zod";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { readBriefing } from "./queries";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The briefing of an incident; `?since=0` tells everything. */
export async function loadBriefing(key: string, searchParams: SearchParams) {
  const since = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse((await searchParams).since);
  return admitted(`/incidents/${key}/briefing`, async () => {
    const briefing = await readBriefing(await pageContext(), { key, since: since.success ? since.data : undefined });
    return { briefing };
  });
}
