import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { publishingPolicy } from "../../publishing/policy";
import { type Analysed, analyse } from "./analyse";
import { inTurn } from "./in-turn";
import type { ImportText } from "./schema";

/**
 * What an import of a text would come to, as somebody decided about its proposals. Writes nothing.
 * @throws `rate_limited` when too many texts wait; `validation_failed` for neither or both of text and bytes
 */
export async function analyseText(ctx: Ctx, input: ImportText): Promise<Analysed> {
  authorize(publishingPolicy, "edit", ctx.actor, null);
  if ((input.text === null) === (input.base64 === null))
    throw new AppError("validation_failed", { issues: [{ path: "text", code: "custom", message: "text | base64" }] });
  return inTurn(() => analyse(input, input.base64 === null ? null : Buffer.from(input.base64, "base64")));
}
