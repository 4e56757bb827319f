import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/request-actor";
import type { Ctx } from "@/lib/context";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { localeCookie, pickLocale } from "@/lib/i18n/locale";
import type { Contract } from "./contract";
import { jsonAnswer } from "./json-answer";
import { personHeader } from "./person-header";
import { asAppError, problem } from "./problem";

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/** Largest JSON body, in bytes. */
const bodyLimit = 2_000_000;

/**
 * Binds a contract to the command that does it: who asks → read and validate → act → answer. What somebody may do is the
 * command's to decide; only nobody is turned away here, unread. Errors leave as problem+json in the caller's language.
 */
export function endpoint<In extends z.ZodType, Out extends z.ZodType>(
  contract: Contract<In, Out>,
  command: (ctx: Ctx, input: z.output<In>) => Promise<z.input<Out>>,
) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    const locale = localeOf(request);
    try {
      const ctx = await requestContext(request);
      if (contract.access !== "read" && ctx.actor.kind === "nobody") throw new AppError("unauthenticated");
      const input = parse(contract.input, {
        ...Object.fromEntries(new URL(request.url).searchParams),
        ...(await bodyOf(request, contract)),
        ...(await params),
      });
      const output = contract.output.parse(await command(ctx, input));
      const status = typeof contract.status === "number" ? contract.status : contract.status.of(output);
      return status === 204
        ? new Response(null, { status })
        : jsonAnswer(output, { status, headers: { "cache-control": "no-store" } });
    } catch (error) {
      return problem(asAppError(error), locale);
    }
  };
}

/** The context of a request: who (token or session), when, and in which language. */
export async function requestContext(request: Request): Promise<Ctx> {
  const actor = await actorOf(request);
  checkPerson(request, actor);
  const source = actor.kind === "token" ? "api" : "web";
  return {
    get db() {
      return database();
    },
    actor,
    now: () => new Date(),
    source,
    locale: localeOf(request),
  };
}

/** @throws `other_person` for a write that says whose it is, and is sent by somebody else */
function checkPerson(request: Request, { kind, id }: Actor): void {
  const meant = request.headers.get(personHeader);
  if (meant !== null && kind === "person" && meant !== id) throw new AppError("other_person");
}

export function localeOf(request: Request) {
  const chosen = new RegExp(`(?:^|; )${localeCookie}=(\\w+)`).exec(request.headers.get("cookie") ?? "")?.[1];
  return pickLocale(chosen, request.headers.get("accept-language"));
}

/** @throws `validation_failed` with `issues: [{path, message}]` */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.join("."),
    code: issue.code,
    message: issue.message,
  }));
  throw new AppError("validation_failed", { issues });
}

async function bodyOf(request: Request, contract: Contract): Promise<Record<string, unknown>> {
  if (contract.method === "GET" || contract.method === "DELETE") return {};
  const text = await readLimited(request);
  if (text.trim() === "") return {};
  if (!/^application\/([\w.-]+\+)?json\b/.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("unsupported_media_type", { expected: "application/json" });
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new AppError("bad_request", { why: error instanceof Error ? error.message : "not JSON" });
  }
  throw new AppError("bad_request", { why: "a JSON object is expected" });
}

async function readLimited(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bodyLimit) throw new AppError("too_large", { limit: bodyLimit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
