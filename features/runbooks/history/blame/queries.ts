import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { locate } from "../../git/adapter";
import { formatOf, isRunbookPath } from "../../git/content-file";
import { readBlob, storedRunbook } from "../../git/history/adapter";
import { namesOf } from "../../library/queries";
import { publishingPolicy } from "../../publishing/policy";
import { blameOf } from "./adapter";
import { placesIn } from "./places";
import { blameByStep, type RunbookBlame } from "./runbook-blame";

/**
 * Who last touched each procedure, step and command of a runbook, as HEAD has it.
 * @throws `not_found` when git does not have it
 */
export async function blameRunbook(ctx: Ctx, path: string): Promise<RunbookBlame> {
  authorize(publishingPolicy, "readHistory", ctx.actor, null);
  const repository = await locate();
  const stored = repository && isRunbookPath(path) ? await storedRunbook(repository, path) : null;
  if (!repository || !stored || !isRunbookPath(path)) throw new AppError("not_found");
  const [source, blame, names] = await Promise.all([
    readBlob(repository, stored.blob),
    blameOf(repository, stored),
    namesOf(path),
  ]);
  const places = placesIn({ file: stored.file, path, format: formatOf(stored.file), source });
  return { path, names, procedures: places && blameByStep(places, blame) };
}
