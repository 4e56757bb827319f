import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { log } from "@/lib/log";
import { lockPublishing } from "../../publishing/lock/queries";
import { locate, type Repository } from "../adapter";
import { keepUp } from "../upkeep/adapter";
import { repair } from "./adapter";

/** What the audit trail calls a repair. */
export const repaired = "content.repaired";

/** Whoever publishes at that moment may be talking to a remote. */
const waitMs = 60_000;

/** A repair by whoever holds the publishing lock, written down if there was something to repair. */
export async function repairAndTell(tx: Tx, ctx: Ctx, repository: Repository): Promise<void> {
  const files = await repair(repository);
  if (files.length > 0) await audit(tx, ctx, { action: repaired, subject: "content:worktree", data: { files } });
}

/** For the start of the portal: finishes what a killed process left, and sees to the repository's upkeep. A repository that cannot be read is for later. Never throws. */
export async function repairContent(ctx: Ctx): Promise<void> {
  try {
    const repository = await locate();
    if (!repository) return;
    await transaction(
      ctx.db,
      async (tx) => {
        await lockPublishing(tx);
        await repairAndTell(tx, ctx, repository);
      },
      waitMs,
    );
    void keepUp(repository);
  } catch (error) {
    log.warn("the content repository could not be looked through", { error });
  }
}
