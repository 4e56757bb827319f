import { setTimeout as sleep } from "node:timers/promises";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { notify } from "@/lib/realtime/notify";
import { headOf, locate, type Repository } from "../git/adapter";
import { type Integrated, integrate } from "../git/integrate/adapter";
import { configuredRemote, fetchRemote, pushTo, type Remote } from "../git/remote/adapter";
import { repair } from "../git/repair/adapter";
import { invalidateLibrary } from "../library/adapter";
import { lockPublishing } from "../publishing/lock/queries";
import { remotePolicy } from "./policy";
import { knownStatus, rememberStatus } from "./queries";
import { noRemote, type RemoteStatus, shownUrl } from "./status";

/** How long a push may go on meeting other people's before it is left to the next attempt; at least one is made. */
const racingMs = 15_000;
/** The longest pause after a push that met somebody else's; a random part of it, so that two do not keep in step. */
const pauseMs = 250;
/** The remote may be slow, and the lock is held meanwhile: whoever publishes at the same time waits. */
const longMs = 60_000;

type Reported = Pick<RemoteStatus, "state" | "why" | "conflicts" | "byHand">;
const synced = (byHand: string[] = []): Reported => ({ state: "synced", why: null, conflicts: [], byHand });
const waiting = (why: string): Reported => ({ state: "waiting", why, conflicts: [], byHand: [] });
const behind: Reported = { state: "behind", why: null, conflicts: [], byHand: [] };
const diverged = (conflicts: string[]): Reported => ({ state: "diverged", why: null, conflicts, byHand: [] });

/**
 * Brings this clone and the remote to the same commit: takes over what was pushed there, pushes what was published here.
 * Never forces anything. What cannot be done now is reported, and tried again by whoever calls next.
 * @throws `database_unavailable`, because without its lock somebody may be publishing
 */
export async function syncContent(ctx: Ctx): Promise<RemoteStatus> {
  authorize(remotePolicy, "sync", ctx.actor, null);
  const repository = await locate();
  const remote = repository && (await configuredRemote(repository));
  if (!repository || !remote) return rememberStatus(noRemote);
  // Before the lock: a remote that does not answer must hold up nobody who publishes.
  const fetched = await fetchRemote(repository, remote);
  if (!fetched.reached) return report(ctx, remote, waiting(fetched.why));
  return transaction(
    ctx.db,
    async (tx) => {
      await lockPublishing(tx);
      await repair(repository);
      return report(ctx, remote, await exchange(tx, ctx, repository, remote, fetched));
    },
    longMs,
  );
}

/**
 * For a publication that holds the lock: takes over what was pushed elsewhere, so that its author sees a conflict now and
 * not somebody else later. A remote that could not be reached is not waited for again, and a conflict of before stops nobody.
 */
export async function takeOverFirst(ctx: Ctx, repository: Repository): Promise<void> {
  const remote = await configuredRemote(repository);
  if (!remote || knownStatus().state === "waiting") return;
  const fetched = await fetchRemote(repository, remote);
  if (!fetched.reached) report(ctx, remote, waiting(fetched.why));
  else if (fetched.value) await takeOver(repository, fetched.value, ctx.now());
}

/** For a publication that holds the lock and has made its commit: hands it on. What fails waits for the next attempt. */
export async function handOn(tx: Tx, ctx: Ctx, repository: Repository): Promise<void> {
  const remote = await configuredRemote(repository);
  const { state } = knownStatus();
  if (!remote || state === "waiting" || state === "diverged") return;
  report(ctx, remote, await exchange(tx, ctx, repository, remote));
}

/** @param fetched what the remote has, if it was just asked */
async function exchange(
  tx: Tx,
  ctx: Ctx,
  repository: Repository,
  remote: Remote,
  fetched?: { value: string | null },
): Promise<Reported> {
  let theirs = fetched;
  let byHand: string[] = [];
  const until = performance.now() + racingMs;
  while (true) {
    const taken = theirs?.value ? await takeOver(repository, theirs.value, ctx.now()) : null;
    if (taken?.outcome === "conflict") return diverged(taken.files);
    if (taken && "byHand" in taken) byHand = taken.byHand;
    if (taken?.outcome === "same" || taken?.outcome === "forwarded") return synced(byHand);
    const { commit } = await headOf(repository);
    if (!commit) return synced();
    const pushed = await pushTo(repository, remote, commit);
    if (!pushed.reached) return waiting(pushed.why);
    if (pushed.value === "pushed") {
      await notify(tx, "content", ctx.now().getTime());
      return synced(byHand);
    }
    if (performance.now() > until) return behind;
    await sleep(Math.random() * pauseMs);
    const again = await fetchRemote(repository, remote);
    if (!again.reached) return waiting(again.why);
    theirs = again;
  }
}

async function takeOver(repository: Repository, theirs: string, at: Date): Promise<Integrated> {
  const integrated = await integrate(repository, theirs, at);
  if ("changed" in integrated) invalidateLibrary();
  return integrated;
}

function report(ctx: Ctx, remote: Remote, reported: Reported): RemoteStatus {
  const before = knownStatus();
  const now = ctx.now().toISOString();
  return rememberStatus({
    ...reported,
    url: shownUrl(remote.url),
    branch: remote.branch,
    syncedAt: reported.state === "synced" ? now : before.syncedAt,
    triedAt: now,
    failures: reported.state === "waiting" ? before.failures + 1 : 0,
  });
}
