import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";
import type { Task } from "@/lib/jobs/runner";
import { log } from "@/lib/log";
import { notify } from "@/lib/realtime/notify";
import { portalZone } from "@/lib/time-zone";
import { allProblems, everyRunbook, followLibrary, lookAgain } from "../../library/queries";
import { isReadable } from "../../library/runbook";
import { dayIn } from "../day";
import { lockWorklist, writeFindings } from "../findings/commands";
import type { Found } from "../found";
import { besideLinks, brokenLinkFindings } from "../sources/links";
import { refusedFindings } from "../sources/refused";
import { reviewFindings } from "../sources/review";
import { missingFiles } from "./adapter";
import type { Shelf, Source } from "./shelf";

export const refreshTask = "worklist-refresh";

/** A refresh reads every runbook's outline and writes the difference: longer than a usual transaction at 10,000. Milliseconds. */
const refreshMs = 28_000;
const againMs = 60 * 60_000;
/** Several changes of the runbooks at a moment are one refresh. Milliseconds. */
const settleMs = 300;

/** Has the worklist made anew soon, in the caller's transaction. */
export const askForRefresh = (tx: Tx, { now }: Pick<Ctx, "now">): Promise<void> =>
  enqueue(tx, { task: refreshTask, payload: {}, key: `${refreshTask}:soon`, at: now() });

/** Has it made anew now, and each hour from then on: a day that begins makes reviews due. */
export const scheduleRefresh = (ctx: Ctx): Promise<void> => transaction(ctx.db, (tx) => askForRefresh(tx, ctx));

/** The job that makes the worklist what the sources find. Running it twice is running it once. */
export const refreshWorklist =
  (sources: readonly Source[]): Task =>
  async (ctx) => {
    // Outside the lock: a large library may be on its first reading.
    await everyRunbook();
    await transaction(
      ctx.db,
      async (tx) => {
        await lockWorklist(tx);
        // Under the lock, so that what is read holds every publication whose findings were taken away before.
        await lookAgain();
        const now = ctx.now();
        const [runbooks, problems] = await Promise.all([everyRunbook(), allProblems()]);
        const shelf = { runbooks, problems, today: dayIn(portalZone(), now), now };
        const found = await Promise.all([ofLibrary, ...sources].map((source) => source(ctx, shelf)));
        await writeFindings(tx, found.flat(), now);
        const at = new Date(now.getTime() + againMs);
        await enqueue(tx, { task: refreshTask, payload: {}, key: `${refreshTask}:hourly`, at });
        await notify(tx, "worklist", now.getTime());
      },
      refreshMs,
    );
  };

/** What the runbooks say by themselves. */
async function ofLibrary(_: Ctx, { runbooks, problems, today }: Shelf): Promise<Found[]> {
  const missing = await missingFiles(runbooks.filter(isReadable).flatMap(besideLinks));
  return [
    ...reviewFindings(runbooks, today),
    ...refusedFindings(runbooks),
    ...brokenLinkFindings(runbooks, problems, missing),
  ];
}

/** Has the worklist made anew after each change of the runbooks that this process sees, whoever made it. Never throws. */
export function followWorklist(context: () => Ctx): { stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const unfollow = followLibrary(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void scheduleRefresh(context()).catch((error: unknown) => log.warn("the worklist is not made anew", { error }));
    }, settleMs).unref();
  });
  return {
    stop() {
      clearTimeout(timer);
      unfollow();
    },
  };
}
