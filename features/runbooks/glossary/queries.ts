import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { locate } from "../git/adapter";
import { blobOf, readBlob } from "../git/history/adapter";
import { readWorktreeText } from "../git/worktree/adapter";
import { runbookPolicy } from "../policy";
import { publishingPolicy } from "../publishing/policy";
import { builtInMeanings } from "../search/glossary";
import { lastGlossaryChange } from "./changes/queries";
import { glossary } from "./file/adapter";
import { glossaryFile } from "./meaning";
import type { GlossaryPage } from "./schema";

/** The glossary as the search goes by it; with its text, for those who may change it. Needs no database. */
export async function readGlossary(ctx: Pick<Ctx, "actor">): Promise<GlossaryPage> {
  authorize(runbookPolicy, "read", ctx.actor, env().READ_ACCESS);
  const { meanings, problems } = await glossary();
  const [source, lastChange] = await Promise.all([
    publishingPolicy.edit(ctx.actor) ? sourceOf() : null,
    lastGlossaryChange(ctx),
  ]);
  return { meanings, problems, builtIn: builtInMeanings, lastChange, source };
}

async function sourceOf(): Promise<GlossaryPage["source"]> {
  const repository = await locate();
  const stored = repository && (await blobOf(repository, glossaryFile));
  const disk = await readWorktreeText(repository, glossaryFile).catch(() => null);
  if (!repository || !stored) {
    // Not in git yet: whatever lies there was put by hand.
    return { text: disk?.text ?? "", blob: null, byHand: disk?.blob ?? null };
  }
  if (disk && disk.blob !== stored.blob) return { text: disk.text, blob: stored.blob, byHand: disk.blob };
  return { text: await readBlob(repository, stored.blob), blob: stored.blob, byHand: null };
}
