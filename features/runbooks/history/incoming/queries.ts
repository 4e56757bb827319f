import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { listRunbooks, namesOf } from "../../library/queries";
import { publishingPolicy } from "../../publishing/policy";
import { type Incoming, incomingOf } from "./incoming";

/** Which other runbooks lead to one, under any of its names: for whoever is about to move or delete it. */
export async function readIncoming(ctx: Ctx, path: string): Promise<{ incoming: Incoming[] }> {
  authorize(publishingPolicy, "edit", ctx.actor, null);
  return { incoming: incomingOf(await listRunbooks(), await namesOf(path)) };
}
