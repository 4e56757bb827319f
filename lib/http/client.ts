import type { ErrorCode } from "@/lib/errors/catalogue";
import { checkSession } from "@/lib/offline/worker-client";

/** The browser's view of an API answer. `offline` means that the request never arrived: nothing was refused. */
export type ApiResult<T> =
  | { ok: true; status: number; value: T }
  | { ok: false; code: ErrorCode | "offline"; title: string; details: Record<string, unknown> };

/** Calls our own API from the browser. Never throws: what went wrong is in the result. */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<ApiResult<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      signal: signal ?? AbortSignal.timeout(20_000),
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    return { ok: false, code: "offline", title: "", details: {} };
  }
  if (response.status === 401) checkSession();
  const value = response.status === 204 ? undefined : await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, status: response.status, value: value as T };
  const problem = value as { code?: ErrorCode; title?: string; details?: Record<string, unknown> };
  return { ok: false, code: problem.code ?? "internal", title: problem.title ?? "", details: problem.details ?? {} };
}
