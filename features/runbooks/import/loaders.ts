import { authorize } from "@/lib/auth/policy";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { vocabulary } from "../editor/vocabulary";
import { listRunbooks } from "../library/queries";
import { publishingPolicy } from "../publishing/policy";
import type { ImportStart } from "./import-start";

/** What the import starts with, for whoever may edit. */
export const loadImport = (): Promise<ImportStart> =>
  admitted("/import", async () => {
    const ctx = await pageContext();
    authorize(publishingPolicy, "edit", ctx.actor, null);
    const paths = (await listRunbooks()).map(({ path }) => path);
    const services = [...new Set(paths.map((path) => path.split("/")[0] ?? ""))].sort();
    return { person: ctx.actor.id ?? "", paths, services, vocabulary: vocabulary() };
  });
