import { headCommit } from "@/features/runbooks/git/head/queries";
import { getRunbook, runbookBySource } from "@/features/runbooks/library/queries";
import { isReadable, type ReadableRunbook } from "@/features/runbooks/library/runbook";
import { stepSources } from "@/features/runbooks/pipeline/step-sources";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
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
  criticality: string | null;
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
    criticality: frontMatter.criticality,
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

/** What became of a path: the runbook that is served there now, or why there is none. */
export async function runbookNow(path: string): Promise<ReadableRunbook | "missing" | "unreadable"> {
  const found = await getRunbook(path);
  if (found.kind === "moved") return runbookNow(found.to);
  if (found.kind === "missing") return "missing";
  return isReadable(found.runbook) ? found.runbook : "unreadable";
}

async function readable(path: string): Promise<ReadableRunbook | null> {
  const found = await runbookNow(path);
  return typeof found === "string" ? null : found;
}

/** The texts that a run's steps were pinned to or adopted from, compiled as they were, by blob; without those that this version of the portal can no longer read. */
export async function pinnedArtifacts(ctx: Ctx, { runbook, blobs }: { runbook: string; blobs: string[] }) {
  const sources = await ctx.db.pinnedSource.findMany({ where: { blob: { in: blobs } } });
  const compiled = await Promise.all(
    sources.map(async ({ blob, path, text }) => {
      const { artifact } = await runbookBySource(runbook, text, formatOf(path));
      return [blob, artifact] as const;
    }),
  );
  return new Map(compiled.flatMap(([blob, artifact]) => (artifact ? [[blob, artifact]] : [])));
}

const formatOf = (path: string) => (path.endsWith(".md") ? "md" : "mdx");

// By blob, which names a text for good. On globalThis, because Next loads modules several times.
const shared = globalThis as typeof globalThis & { bitacoraStepTexts?: Map<string, ReadonlyMap<string, string>> };
const maxTexts = 200;

/** The Markdown of each step of a text, by id. */
export function stepTexts(blob: string, path: string, source: string): ReadonlyMap<string, string> {
  shared.bitacoraStepTexts ??= new Map();
  const kept = shared.bitacoraStepTexts;
  const ready = kept.get(blob);
  if (ready) return ready;
  const made = stepSources({ file: path, path: path.replace(/\.mdx?$/, ""), format: formatOf(path), source });
  kept.set(blob, made);
  const oldest = kept.size > maxTexts ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return made;
}

/** The Markdown of the steps of texts that runs keep, by blob and id. */
export async function pinnedStepTexts(db: Tx, blobs: string[]): Promise<Map<string, ReadonlyMap<string, string>>> {
  const kept = shared.bitacoraStepTexts;
  const missing = blobs.filter((blob) => !kept?.has(blob));
  const sources = missing.length > 0 ? await db.pinnedSource.findMany({ where: { blob: { in: missing } } }) : [];
  const read = new Map(sources.map(({ blob, path, text }) => [blob, stepTexts(blob, path, text)]));
  return new Map(blobs.flatMap((blob) => [[blob, read.get(blob) ?? kept?.get(blob) ?? new Map()]]));
}

/** A procedure of the runbook in force; null when either is missing. */
export async function findProcedure(path: string, id: string) {
  const runbook = await readable(path);
  const procedure = runbook?.outline.plan.procedures.find((one) => one.id === id);
  return runbook && procedure ? { runbook: runbook.path, service: runbook.service, procedure } : null;
}
