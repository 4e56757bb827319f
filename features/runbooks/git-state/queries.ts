import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { headOf, locate } from "../git/adapter";
import { leftLocks } from "../git/locks/adapter";
import { readObjects } from "../git/objects/adapter";
import { repaired } from "../git/repair/commands";
import { uncommitted } from "../git/uncommitted/adapter";
import { readWorktree } from "../git/worktree/adapter";
import { contentStatePolicy } from "./policy";
import type { ByHandFile, ByHandTexts, ContentState } from "./schema";

/** How the repository of the content stands: what was changed by hand, which locks lie about, when it was last repaired. */
export async function contentState(ctx: Ctx): Promise<ContentState> {
  authorize(contentStatePolicy, "read", ctx.actor, null);
  const repository = await locate();
  const last = await ctx.db.auditEvent.findFirst({ where: { action: repaired }, orderBy: { at: "desc" } });
  const files = last?.data && typeof last.data === "object" && "files" in last.data ? last.data.files : [];
  const told = last && {
    at: last.at.toISOString(),
    files: Array.isArray(files) ? files.filter((file) => typeof file === "string") : [],
  };
  if (!repository) return { head: null, byHand: [], locks: [], repaired: told };
  const [head, byHand, locks] = await Promise.all([headOf(repository), uncommitted(repository), leftLocks(repository)]);
  return { head, byHand, locks, repaired: told };
}

/** Larger files are listed without their difference, in bytes. */
const shownBytes = 200_000;

/** What a file held at HEAD and what it holds on the disk. */
export async function byHandTexts(ctx: Ctx, { file, head, disk }: ByHandFile): Promise<ByHandTexts> {
  authorize(contentStatePolicy, "read", ctx.actor, null);
  const repository = await locate();
  if (!repository) return { before: null, after: null, binary: false };
  const [stored] = head ? await readObjects(repository, [head]) : [];
  const there = disk ? await readWorktree(repository, file) : null;
  const bytes = [stored?.bytes, there?.bytes].filter((one) => one !== undefined);
  const binary = bytes.some((one) => one.length > shownBytes || one.includes(0));
  const text = (one: Buffer | undefined) => (binary ? null : (one?.toString("utf8") ?? null));
  return { before: text(stored?.bytes), after: text(there?.bytes), binary };
}
