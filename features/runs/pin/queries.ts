import { headCommit } from "@/features/runbooks/git/head/queries";
import { getRunbook, runbookBySource } from "@/features/runbooks/library/queries";
import { isReadable, type ReadableRunbook } from "@/features/runbooks/library/runbook";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import type { RunPlan } from "../run-plan";

/** A runbook as a run keeps it, whatever becomes of the file. */
export type Pin = {
  /** `service/file`; an old path has become the current one. */
  runbook: string;
  /** With its ending, which says how to read it. */
  path: string;
  blob: string;
  text: string;
  commit: string | null;
  plan: Omit<RunPlan, "taken">;
};

/**
 * What is served at that path now, to be pinned.
 * @throws `not_found` when there is no such runbook, or none that can be read
 */
export async function pinRunbook(path: string): Promise<Pin> {
  const runbook = await readable(path);
  if (!runbook) throw new AppError("not_found", { runbook: path });
  const { plan, variables, frontMatter } = runbook.outline;
  return {
    runbook: runbook.path,
    path: `${runbook.path}.${runbook.format}`,
    blob: runbook.blob,
    text: runbook.source,
    commit: await headCommit(),
    plan: {
      procedures: plan.procedures,
      variables,
      contacts: frontMatter.contacts.map(({ name, channel, for: severities }) => ({
        name,
        channel: channel ?? null,
        for: severities,
      })),
    },
  };
}

/** The blob of what is served at that path now; null when it is gone. */
export async function currentBlob(path: string): Promise<string | null> {
  return (await readable(path))?.blob ?? null;
}

async function readable(path: string): Promise<ReadableRunbook | null> {
  const found = await getRunbook(path);
  if (found.kind === "moved") return readable(found.to);
  return found.kind === "runbook" && isReadable(found.runbook) ? found.runbook : null;
}

/** The text that a run pinned, compiled as it was; null when this version of the portal can no longer read it. */
export async function pinnedArtifact(ctx: Ctx, { blob, runbook }: { blob: string; runbook: string }) {
  const { text, path } = await ctx.db.pinnedSource.findUniqueOrThrow({ where: { blob } });
  const { artifact } = await runbookBySource(runbook, text, path.endsWith(".md") ? "md" : "mdx");
  return artifact;
}

/** A procedure of the runbook in force; null when either is missing. */
export async function findProcedure(path: string, id: string) {
  const runbook = await readable(path);
  const procedure = runbook?.outline.plan.procedures.find((one) => one.id === id);
  return runbook && procedure ? { runbook: runbook.path, service: runbook.service, procedure } : null;
}
