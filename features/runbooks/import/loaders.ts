import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import type { ImportStart } from "./import-start";
import { importStart } from "./start/queries";

/** What the import starts with, for whoever may edit. */
export const loadImport = (): Promise<ImportStart> => admitted("/import", async () => importStart(await pageContext()));
