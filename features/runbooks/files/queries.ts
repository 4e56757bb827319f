import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { runbookPolicy } from "../policy";
import { readBeside } from "./adapter";
import { typeOf } from "./schema";

/**
 * A file that lies beside a runbook, such as a diagram, for whoever may read the runbooks.
 * @throws `not_found` for what is not there or is of a type that is not served
 */
export async function getRunbookFile(
  ctx: Pick<Ctx, "actor">,
  parts: string[],
): Promise<{ type: string; bytes: Buffer }> {
  authorize(runbookPolicy, "read", ctx.actor, env().READ_ACCESS);
  const type = typeOf(parts.at(-1) ?? "");
  const bytes = type && (await readBeside(parts));
  if (!type || !bytes) throw new AppError("not_found");
  return { type, bytes };
}
