import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { contentPath } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import type { Artifact, Problem } from "../artifact";
import { listPostMortemFiles, readRunbookFile } from "../content/adapter";
import { locate } from "../git/adapter";
import { isPostMortemPath, postMortemFile } from "../git/content-file";
import { blobOf, readBlob } from "../git/history/adapter";
import { type Compiled, compileRunbook, outlineRunbook } from "../pipeline/adapter";
import { type PostMortemMatter, postMortemFolder } from "../post-mortem-matter";
import { documentPolicy } from "./policy";

/** A published post-mortem in a list. `matter` is null where its file is refused. */
export type ListedPostMortem = { path: string; matter: PostMortemMatter | null; problems: Problem[] };

const read = (path: string, absolute: string) =>
  readRunbookFile(contentPath(postMortemFolder), absolute, `${path}.mdx`);

/** The post-mortems in the content folder, the newest incident first. Needs no database. */
export async function listPostMortems(ctx: Ctx): Promise<ListedPostMortem[]> {
  authorize(documentPolicy, "read", ctx.actor, undefined);
  const listed: ListedPostMortem[] = [];
  for (const { path, absolute } of listPostMortemFiles(contentPath(postMortemFolder))) {
    const file = read(path, absolute);
    const identity = { path, format: "mdx", kind: "postmortem", file: `${path}.mdx` } as const;
    const outlined =
      "source" in file
        ? await outlineRunbook({ ...identity, source: file.source })
        : { outline: null, problems: [file.problem] };
    listed.push({ path, matter: outlined.outline?.postMortem ?? null, problems: outlined.problems });
  }
  const began = ({ matter }: ListedPostMortem) => (matter ? (matter.impactStarted ?? matter.declared) : "");
  return listed.toSorted((a, b) => began(b).localeCompare(began(a)) || b.path.localeCompare(a.path));
}

export type PostMortemPage = { path: string; artifact: Artifact | null; problems: Problem[] };

/** A published post-mortem, compiled; without an artifact where its file is refused. @throws `not_found` */
export async function postMortemPage(ctx: Ctx, path: string): Promise<PostMortemPage> {
  authorize(documentPolicy, "read", ctx.actor, undefined);
  if (!isPostMortemPath(path)) throw new AppError("not_found");
  const file = read(path, contentPath(postMortemFile(path)));
  if ("problem" in file) {
    if (file.problem.rule === "file-unreadable") throw new AppError("not_found");
    return { path, artifact: null, problems: [file.problem] };
  }
  const { artifact, problems } = await compilePostMortem(path, file.source);
  return { path, artifact, problems };
}

/** The text of a post-mortem at HEAD; empty where there is none. */
export async function publishedText(ctx: Ctx, path: string): Promise<string> {
  authorize(documentPolicy, "read", ctx.actor, undefined);
  const repository = isPostMortemPath(path) ? await locate() : null;
  const stored = repository && isPostMortemPath(path) && (await blobOf(repository, postMortemFile(path)));
  return repository && stored ? readBlob(repository, stored.blob) : "";
}

/** What the pipeline makes of the text of a post-mortem. @param unfinished it is still being written */
export const compilePostMortem = (path: string, source: string, unfinished = false): Promise<Compiled> =>
  compileRunbook({
    path,
    source,
    format: "mdx",
    kind: "postmortem",
    file: `${path}.mdx`,
    ...(unfinished ? { unfinished: true as const } : {}),
  });
