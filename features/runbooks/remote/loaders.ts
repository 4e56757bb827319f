import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { remotePolicy } from "./policy";
import { knownStatus, remoteStatus } from "./queries";
import { type RemoteState, troubleIn } from "./status";

/** How the content stands to its remote, for the administration. */
export const loadRemote = () => admitted("/admin/content", async () => remoteStatus(await pageContext()));

/** A trouble with the remote that an administrator has to know of; null for everybody else. */
export async function loadRemoteTrouble(): Promise<RemoteState | null> {
  const { actor } = await pageContext();
  return remotePolicy.administer(actor) ? troubleIn(knownStatus()) : null;
}
