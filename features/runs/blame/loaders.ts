import { blameRunbook } from "@/features/runbooks/history/blame/queries";
import { getRunbook } from "@/features/runbooks/library/queries";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { commandRuns } from "./queries";
import { type CommandRuns, withRuns } from "./run-blame";

/** The blame of a runbook, with the runs of its commands; `runsAway` while the database does not answer. */
export const loadBlame = (path: string) =>
  admitted(`/runbooks/${path}/blame`, async () => {
    const ctx = await pageContext();
    const [blame, found] = await Promise.all([blameRunbook(ctx, path), getRunbook(path)]);
    const runs = await patiently<CommandRuns[] | null>(() => commandRuns(ctx, blame.names), null);
    const title = (found.kind === "runbook" && found.runbook.outline?.frontMatter.title) || path;
    return { ...withRuns(blame, runs ?? []), title, runsAway: runs === null };
  });
