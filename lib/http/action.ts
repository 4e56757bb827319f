import type { z } from "zod";
import type { Ctx } from "@/lib/context";
import type { ErrorCode } from "@/lib/errors/catalogue";
import { parse } from "./endpoint";
import { pageContext } from "./page-context";
import { asAppError } from "./problem";

/** What a server action returns: its value, or the catalogue's error for the form to translate (`errors.<code>`). */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; details: Record<string, unknown> };

/**
 * Binds a schema to a command for a `"use server"` file:
 * `export async function renamePerson(input: unknown) { return act(RenamePerson, rename, input); }`
 */
export async function act<In extends z.ZodType, Out>(
  schema: In,
  command: (ctx: Ctx, input: z.output<In>) => Promise<Out>,
  input: unknown,
): Promise<ActionResult<Out>> {
  try {
    return { ok: true, value: await command(await pageContext(), parse(schema, input)) };
  } catch (thrown) {
    const { code, details } = asAppError(thrown);
    return { ok: false, code, details };
  }
}
