import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { log } from "@/lib/log";
import { announce, untilAcknowledged } from "@/lib/realtime/acknowledgement";
import { lookAgain } from "../library/queries";

/** How long somebody who publishes waits for the other instances, in milliseconds. */
const patienceMs = 2_000;

/** Tells every instance, at commit, that runbooks changed; for a transaction that holds the lock of publishing. @returns what to wait for */
export const announceRunbooks = (tx: Tx): Promise<number> => announce(tx, "runbooks");

/**
 * Waits until what was published is what readers get: from this instance, and from the others for at most two seconds.
 * @param seq from `announceRunbooks`
 * @returns how many instances still show what was there before
 */
export async function untilShown(ctx: Ctx, seq: number): Promise<number> {
  const others = untilAcknowledged(ctx.db, seq, patienceMs).catch((error: unknown) => {
    log.warn("who shows what was published cannot be asked", { error });
    return 0;
  });
  await lookAgain();
  const behind = await others;
  if (behind > 0) log.warn("instances do not show yet what was published", { instances: behind });
  return behind;
}
