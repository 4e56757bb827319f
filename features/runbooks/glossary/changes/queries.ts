import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { locate } from "../../git/adapter";
import { readBlob } from "../../git/history/adapter";
import { versionIn, versionsOf } from "../../history/log/adapter";
import { publishingPolicy } from "../../publishing/policy";
import { glossaryFile } from "../meaning";
import type { GlossaryChange } from "../schema";

type Reader = Pick<Ctx, "actor">;

/** Who changed the glossary last, when and why, for those who may see names of authors; null where no commit has touched it. */
export async function lastGlossaryChange({ actor }: Reader): Promise<GlossaryChange | null> {
  if (!publishingPolicy.readHistory(actor)) return null;
  const repository = await locate();
  const [last] = repository ? await versionsOf(repository, glossaryFile, { limit: 1, skip: 0 }) : [];
  if (!last) return null;
  const { commit, author, at, subject } = last;
  return { commit, author, at, subject };
}

/**
 * One change of the glossary: its text in a commit, and the text before it, empty where there was none.
 * @param commit a commit id, or `latest`
 * @throws `not_found` for a commit that did not touch it
 */
export async function readGlossaryChange(
  { actor }: Reader,
  commit: string,
): Promise<GlossaryChange & { before: string; after: string }> {
  authorize(publishingPolicy, "readHistory", actor, null);
  const repository = await locate();
  if (!repository) throw new AppError("not_found");
  const { found, before } = await versionIn(repository, glossaryFile, commit);
  const textOf = (blob: string | null | undefined) => (blob ? readBlob(repository, blob) : "");
  const [earlier, later] = await Promise.all([textOf(before?.blob), textOf(found.blob)]);
  const { author, at, subject } = found;
  return { commit: found.commit, author, at, subject, before: earlier, after: later };
}
