import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { remoteStatus } from "./queries";

/** How the content stands to its remote, for the administration. */
export const loadRemote = () => admitted("/admin/content", async () => remoteStatus(await pageContext()));
