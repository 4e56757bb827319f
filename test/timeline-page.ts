import { listEntries } from "@/features/incidents/timeline/queries";
import { getRun } from "@/features/runs/queries";
import type { Ctx } from "@/lib/context";

/**
 * What the timeline of an incident says of one of its runs, and the path that was taken, as a page that a person can read.
 * Versions of the runbooks are left out: they change with every commit.
 */
export async function timelinePage(
  ctx: Ctx,
  { key, runId }: { key: string; runId: string },
  title: string,
  head: string[] = [],
): Promise<string> {
  const run = await getRun(ctx, { runId });
  const { entries } = await listEntries(ctx, { key, after: 0, limit: 200 });
  const told = entries
    .filter((entry) => entry.runId === runId)
    .map(({ happenedAt, kind, body }) => `${happenedAt.slice(11, 19)} ${kind}\n${body}\n`);
  const path = run.steps.map((step) => `- ${step.state}: ${step.title}${step.option ? ` → ${step.option}` : ""}`);
  const page = [`# ${title}`, "", ...head, ...told, "## Path", "", ...path, ""].join("\n");
  return page.replaceAll(/, versión [0-9a-f]{8}/g, "");
}
