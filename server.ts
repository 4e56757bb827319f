// npm start (through start.mjs), npm run dev: the whole portal in one process (docs/decisions/0001-one-process.md).
import "@/lib/server/mode";
import { access } from "node:fs/promises";
import { ensureFirstAdmin } from "@/features/identity/first-admin/commands";
import { alertsSource } from "@/features/incidents/alerts-seen/queries";
import { indexTask, keepIndexed, scheduleIndexing } from "@/features/incidents/search/index/commands";
import { reachStability } from "@/features/incidents/stability/commands";
import { stableTask } from "@/features/incidents/stability/stable-task";
import { reachUpdateDue } from "@/features/incidents/updates/due/commands";
import { updateDueTask } from "@/features/incidents/updates/due/update-due-task";
import { repairContent } from "@/features/runbooks/git/repair/commands";
import { glossarySource } from "@/features/runbooks/glossary/found/queries";
import { libraryProgress, readWith } from "@/features/runbooks/library/adapter";
import { openLibrary } from "@/features/runbooks/library/opening/queries";
import { readerThreads } from "@/features/runbooks/library/readers/adapter";
import { checkLinks, linkCheckTask, scheduleLinkCheck } from "@/features/runbooks/link-check/commands";
import { externalLinksSource } from "@/features/runbooks/link-check/queries";
import { followRemote } from "@/features/runbooks/remote/follow/commands";
import { searchOn } from "@/features/runbooks/search/live/adapter";
import { keepSearchIndex } from "@/features/runbooks/search/live/commands";
import { openSearch, searchIndex } from "@/features/runbooks/search/queries";
import { searchThreads } from "@/features/runbooks/search/threads/adapter";
import { scheduleTidying, tidyCounts, tidyCountsTask } from "@/features/runbooks/search-counts/tidy/commands";
import { followWaitingCounts } from "@/features/runbooks/search-counts/waiting/commands";
import { showPublications } from "@/features/runbooks/showing/follow/commands";
import { pageFreshness } from "@/features/runbooks/showing/queries";
import { ownersSource } from "@/features/runbooks/worklist/owners/queries";
import {
  followWorklist,
  refreshTask,
  refreshWorklist,
  scheduleRefresh,
} from "@/features/runbooks/worklist/refresh/commands";
import { remindersTask, remindOwners, scheduleReminders } from "@/features/runbooks/worklist/reminders/commands";
import { suggestionsSource } from "@/features/runbooks/worklist/suggestions/queries";
import { unreviewedSource } from "@/features/runbooks/worklist/unreviewed/queries";
import { expireApproval, expiryTask } from "@/features/runs/approvals/commands";
import { limitTask } from "@/features/runs/clocks/limit-task";
import { takeTurn } from "@/features/runs/drills/commands";
import { reachLimit } from "@/features/runs/limits/commands";
import { system } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { contentPath, env } from "@/lib/env";
import { dev } from "@/lib/server/mode";
import { startPortal } from "@/lib/server/portal";
import { say } from "@/lib/server/say";

// Before the first job asks for the library: one that is large would be read on the thread that answers requests.
// Where threads begin is said here, because this file's address is what is known wherever it was bundled to.
readWith(readerThreads(new URL("./features/runbooks/library/readers/start-thread.mjs", import.meta.url)));
searchOn(searchThreads(new URL("./features/runbooks/search/threads/start-thread.mjs", import.meta.url)));

await startPortal({
  code: import.meta.dirname,
  dev,
  whenMigrated: async (address) => {
    await appointFirstAdmin(address);
    await scheduleIndexing(portalContext());
    await scheduleRefresh(portalContext());
    await scheduleLinkCheck(portalContext());
    await scheduleReminders(portalContext());
    await scheduleTidying(portalContext());
    void repairContent(portalContext());
  },
  loadContent: loadRunbooks,
  reading: libraryProgress,
  tasks: {
    [expiryTask]: expireApproval,
    "drills.turn": takeTurn,
    [limitTask]: reachLimit,
    [stableTask]: reachStability,
    [indexTask]: keepIndexed,
    [updateDueTask]: reachUpdateDue,
    [refreshTask]: refreshWorklist([
      ownersSource,
      suggestionsSource,
      externalLinksSource,
      alertsSource,
      unreviewedSource,
      glossarySource,
    ]),
    [linkCheckTask]: checkLinks,
    [remindersTask]: remindOwners,
    [tidyCountsTask]: tidyCounts,
  },
  pages: pageFreshness(),
  beside: () => {
    const remote = followRemote(portalContext);
    const counts = followWaitingCounts(portalContext);
    const shows = showPublications(remote.look);
    return { known: shows.known, ...together(remote, shows, followWorklist(portalContext), keepSearchIndex(), counts) };
  },
  probes: { content: () => access(contentPath("runbooks")), search: searchIndex },
});

/** What is there of the runbooks and of their index; what is left to read is read, and indexed, beside the requests. */
async function loadRunbooks() {
  await openLibrary((progress) => {
    if (progress) say("readingRunbooks", { read: String(progress.read), total: String(progress.total) });
    else say("readRunbooks");
  });
  await openSearch();
}

function together(...followers: { stop: () => unknown }[]) {
  return { stop: () => Promise.all(followers.map((follower) => follower.stop())) };
}

async function appointFirstAdmin(address: string) {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env();
  const first = await ensureFirstAdmin(portalContext(), { email, password });
  if (!first.created) return;
  if (first.generatedPassword) say("adminMade", { address, email: first.email, password: first.generatedPassword });
  else say("adminAppointed", { address, email: first.email });
}

function portalContext() {
  return { db: database(), actor: system, now: () => new Date(), source: "system", locale: "es" } as const;
}
