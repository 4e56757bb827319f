import { Readable } from "node:stream";
import type { z } from "zod";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import type { Download } from "@/lib/http/download-endpoint";
import type { RunbookPath } from "../artifact";
import { contentFiles } from "../git/content-file";
import { getRunbook } from "../library/queries";
import { isReadable } from "../library/runbook";
import { runbookPolicy } from "../policy";
import type { exportBinderContract, exportSourceContract } from "./api";
import { stateOf } from "./document/runbook-article";
import { committedBlob, frameOf, minuteOf, planBinder, portalUrl } from "./gather/queries";
import { madeOnce } from "./making/adapter";
import { pictureReader } from "./pictures/adapter";
import type { CodeChoice } from "./print/code-choices";
import { printDocument } from "./print/print-document";
import { type ExportScope, exportName, scopeOf } from "./scope";
import { archiveStream, fileStream, headFiles } from "./source/adapter";

/** Who reads, and when; no query here needs the database. */
type Reader = Pick<Ctx, "actor" | "now" | "locale">;

/** Whoever may read the runbooks may take them along. @throws `unauthenticated` where runbooks are for members */
export function mayExport({ actor }: Pick<Ctx, "actor">): void {
  authorize(runbookPolicy, "read", actor, env().READ_ACCESS);
}

/**
 * The files as HEAD holds them: one as it is, several as a zip.
 * @throws `not_found` where HEAD holds none of them, `repository_unavailable` without a commit
 */
export async function exportSource(ctx: Reader, input: z.output<typeof exportSourceContract.input>): Promise<Download> {
  mayExport(ctx);
  const head = await headFiles();
  if (!head) throw new AppError("repository_unavailable", { why: "the content folder has no commit" });
  const scope = scopeOf(input);
  if (scope.kind === "runbook") {
    const file = contentFiles(scope.path).find((name) => head.blobs.has(name));
    const blob = file && head.blobs.get(file);
    if (!file || !blob) throw new AppError("not_found");
    const stream = await fileStream(head, blob);
    return download(stream, "text/markdown; charset=utf-8", file.split("/").at(-1) ?? "", blob);
  }
  const folder = scope.kind === "service" ? `runbooks/${scope.service}` : "runbooks";
  if (![...head.blobs.keys()].some((name) => name.startsWith(`${folder}/`))) throw new AppError("not_found");
  const stream = await archiveStream(head, folder);
  return download(
    stream,
    "application/zip",
    `${nameOf(scope, head.commit)}.zip`,
    `${head.commit}-${exportName(scope)}`,
  );
}

/** One HTML file with everything in it. It is made once per content, language and day. */
export async function exportBinder(
  ctx: Reader,
  { lang, ...input }: z.output<typeof exportBinderContract.input>,
): Promise<Download> {
  mayExport(ctx);
  const scope = scopeOf(input);
  const { binder, key, pieces } = await planBinder(scope, lang ?? ctx.locale, ctx.now());
  const stream = Readable.from(await madeOnce(`${key}.html`, pieces));
  const made = download(stream, "text/html; charset=utf-8", `${nameOf(scope, binder.commit)}.html`, key);
  return { ...made, headers: { ...made.headers, "x-runbooks": String(binder.entries.length) } };
}

/**
 * A runbook for paper, and the policy of the page that it is.
 * @param origin where the reader reached the portal, for when no setting says so
 * @throws `not_found` for what cannot be shown
 */
export async function printRunbook(
  ctx: Reader,
  path: RunbookPath,
  { codes, origin }: { codes: CodeChoice; origin: string },
): Promise<{ html: string; policy: string }> {
  mayExport(ctx);
  const found = await getRunbook(path);
  if (found.kind !== "runbook" || !isReadable(found.runbook)) throw new AppError("not_found");
  const { runbook } = found;
  const head = await headFiles();
  const now = ctx.now();
  const state = stateOf(runbook, committedBlob(head, runbook), now);
  const from = { lang: ctx.locale, commit: head?.commit ?? null, madeAt: minuteOf(now) };
  const frame = await frameOf({ ...from, entries: [{ runbook, state }] }, "print", runbook.outline.frontMatter.title);
  const picture = await pictureReader()(runbook);
  const html = printDocument({ ...from, runbook, state, codes, portal: portalUrl() ?? origin }, frame, picture);
  return { html, policy: `${frame.policy}; frame-ancestors 'none'` };
}

const nameOf = (scope: ExportScope, commit: string | null) =>
  `${exportName(scope)}${commit ? `-${commit.slice(0, 12)}` : ""}`;

function download(stream: Readable, type: string, name: string, tag: string): Download {
  const etag = `"${tag}"`;
  return {
    stream,
    etag,
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`,
      "cache-control": "private, no-cache",
      etag,
    },
  };
}
