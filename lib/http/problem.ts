import type { Locale } from "@/lib/context";
import { databaseError } from "@/lib/db/client";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { catalogue } from "@/lib/errors/catalogue";
import { log } from "@/lib/log";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const titles: Record<Locale, Record<string, string>> = { es: es.errors, en: en.errors };

/** The catalogue's error for whatever was thrown; what nobody foresaw is logged and becomes `internal`, its text kept inside. */
export function asAppError(thrown: unknown): AppError {
  const error = databaseError(thrown);
  if (isAppError(error)) return error;
  log.error("unforeseen error", { error });
  return new AppError("internal");
}

/** The title with what its details name. */
const filled = (title: string, details: Record<string, unknown>) =>
  title.replace(/\{(\w+)\}/g, (whole, name: string) => (typeof details[name] === "string" ? details[name] : whole));

/** Problem details (RFC 9457) in the reader's language. */
export function problem(error: AppError, locale: Locale): Response {
  const { status, outbox } = catalogue[error.code];
  const title = filled(titles[locale][error.code] ?? error.code, error.details);
  return Response.json(
    { type: `/problems/${error.code}`, title, status, code: error.code, outbox, details: error.details },
    {
      status,
      headers: {
        "content-type": "application/problem+json; charset=utf-8",
        "cache-control": "no-store",
        ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
        ...(typeof error.details.retryAfter === "number" ? { "retry-after": String(error.details.retryAfter) } : {}),
      },
    },
  );
}
