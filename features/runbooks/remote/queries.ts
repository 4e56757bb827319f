import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { remotePolicy } from "./policy";
import { noRemote, type RemoteStatus } from "./status";

// The job that looks at the remote and the page that shows it have module copies of their own.
const shared = globalThis as typeof globalThis & { bitacoraRemote?: RemoteStatus };

/** How this instance stands to the remote, as of its last attempt. */
export async function remoteStatus(ctx: Ctx): Promise<RemoteStatus> {
  authorize(remotePolicy, "read", ctx.actor, null);
  return knownStatus();
}

export const knownStatus = (): RemoteStatus => shared.bitacoraRemote ?? noRemote;

/** For the one who looks at the remote. */
export function rememberStatus(status: RemoteStatus): RemoteStatus {
  shared.bitacoraRemote = status;
  return status;
}
