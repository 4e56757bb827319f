import { cache } from "react";
import { AppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { getRunbook } from "../library/queries";
import { publishingPolicy } from "../publishing/policy";
import { editableSource, history, version } from "../publishing/queries";
import { compareVersions } from "./compare/queries";

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
