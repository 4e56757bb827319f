import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { getRunbook } from "../library/queries";
import { runbookHref } from "../links";
import { publishingPolicy } from "../publishing/policy";
import { editableSource, history, version } from "../publishing/queries";
import { compareVersions } from "./compare/queries";
import { deletedRunbooks, tombstoneOf } from "./deleted/queries";
import { readIncoming } from "./incoming/queries";

async function titleOf(path: string): Promise<string | null> {
  const found = await getRunbook(path);
  return found.kind === "runbook" ? (found.runbook.outline?.frontMatter.title ?? path) : null;
}

/** A page of a runbook's commits. */
export const loadHistory = (path: string, page: number) =>
  admitted(`/runbooks/${path}/history`, async () => {
    const ctx = await pageContext();
    const size = 50;
    const [commits, title] = await Promise.all([
      history(ctx, { path, limit: size, skip: (page - 1) * size }),
      titleOf(path),
    ]);
    if (title === null && commits.versions.length === 0) throw new AppError("not_found");
    return { ...commits, title: title ?? path, canEdit: title !== null && publishingPolicy.edit(ctx.actor) };
  });

/** One version of a runbook, with what restoring it needs; `restorable` for editors, unless it is what HEAD holds. */
export const loadVersion = cache((path: string, commit: string) =>
  admitted(`/runbooks/${path}/history/${commit}`, async () => {
    const ctx = await pageContext();
    const found = await version(ctx, { path, commit });
    const mayPublish = publishingPolicy.publish(ctx.actor);
    const source = mayPublish ? await editableSource(ctx, path).catch(() => null) : null;
    const restorable = mayPublish && found.text !== null && found.text !== found.current;
    return { ...found, restorable, blob: source?.blob ?? null };
  }),
);

/** Two versions of a runbook beside each other. */
export const loadComparison = cache((path: string, from: string, to: string) =>
  admitted(`/runbooks/${path}/history/compare?from=${from}&to=${to}`, async () => {
    const ctx = await pageContext();
    const [sides, title] = await Promise.all([compareVersions(ctx, { path, from, to }), titleOf(path)]);
    return { ...sides, title: title ?? path };
  }),
);

/** A runbook that is about to be moved or deleted: its text's blob, and who leads to it. */
const loadFor = (path: string, what: "move" | "delete") =>
  admitted(`/runbooks/${path}/${what}`, async () => {
    const ctx = await pageContext();
    const { incoming } = await readIncoming(ctx, path);
    const [source, title] = await Promise.all([editableSource(ctx, path), titleOf(path)]);
    return { path, title: title ?? path, blob: source.blob, incoming };
  });

export const loadMoving = (path: string) => loadFor(path, "move");
export const loadDeleting = (path: string) => loadFor(path, "delete");

/** A page of the removed runbooks. */
export const loadDeleted = (page: number) =>
  admitted("/deleted-runbooks", async () => {
    const ctx = await pageContext();
    const size = 50;
    const found = await deletedRunbooks(ctx, { limit: size, skip: (page - 1) * size });
    return { ...found, canRestore: publishingPolicy.publish(ctx.actor) };
  });

/** What is told at the address of a removed runbook; null where nothing was, or git does not answer. */
export const loadTombstone = cache(async (path: string) =>
  tombstoneOf(await pageContext(), path).catch((error: unknown) => {
    if (isAppError(error) && error.code === "repository_unavailable") return null;
    throw error;
  }),
);

/** Leads from a page below an old path to the one below the new. @param below with its slash, e.g. `/history` */
export async function followMove(path: string, below: string): Promise<void> {
  const found = await getRunbook(path);
  if (found.kind === "moved") permanentRedirect(`${runbookHref(found.to)}${below}`);
}
