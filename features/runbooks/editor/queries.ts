import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { locate } from "../git/adapter";
import { formatOf, isRunbookPath } from "../git/content-file";
import { type Compiled, compileRunbook } from "../pipeline/adapter";
import { publishingPolicy } from "../publishing/policy";
import { fileOf } from "../publishing/queries";
import { maxText } from "../publishing/schema";

/**
 * What the pipeline says of a text that is being written: its problems, and the artifact unless one is an error.
 * For editors alone: compiling takes its time.
 */
export async function inspectText(ctx: Ctx, { path, text }: { path: string; text: string }): Promise<Compiled> {
  authorize(publishingPolicy, "edit", ctx.actor, null);
  if (!isRunbookPath(path)) throw new AppError("not_found");
  if (text.length > maxText) throw new AppError("too_large", { limit: maxText });
  const file = await fileOf(await locate(), path);
  return compileRunbook({ path, format: formatOf(file), source: text, file, unfinished: true, lines: true });
}
