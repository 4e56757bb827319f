import { authorize } from "@/lib/auth/policy";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { worklistPolicy } from "../worklist/policy";
import { readSearchCounts } from "./queries";
import type { SearchCounts } from "./schema";

/** What searches came to; null while the database is away. */
export function loadSearchCounts(): Promise<SearchCounts | null> {
  return admitted("/worklist/searches", async () => {
    const ctx = await pageContext();
    authorize(worklistPolicy, "read", ctx.actor, null);
    return patiently<SearchCounts | null>(() => readSearchCounts(ctx), null);
  });
}
