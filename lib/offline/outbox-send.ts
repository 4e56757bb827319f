import type { ErrorCode } from "@/lib/errors/catalogue";
import { personHeader } from "@/lib/http/person-header";
import type { Json, OutboxItem } from "./outbox-item";
import { type Answer, bodyAt } from "./outbox-order";

/** Milliseconds that the server has to answer a text, and a file. */
const patience = { text: 20_000, file: 120_000 };

const lost = { ok: false, code: "offline", title: "", details: {} } as const;

/**
 * Sends a write. Only an answer that is ours counts: whatever a proxy or the sign-in page of a hotel's network says instead is
 * no answer. Never throws.
 */
export async function sendItem(item: OutboxItem): Promise<Answer> {
  const body = bodyAt(item, Date.now());
  const isFile = body instanceof Blob;
  try {
    const response = await fetch(item.path, {
      method: item.method,
      redirect: "error",
      signal: AbortSignal.timeout(isFile ? patience.file : patience.text),
      headers: {
        [personHeader]: item.person,
        ...(isFile || body === null ? {} : { "content-type": "application/json" }),
      },
      body: isFile ? body : body === null ? undefined : JSON.stringify(body),
    });
    if (response.status === 204) return { ok: true, value: undefined };
    if (!/^application\/(problem\+)?json\b/.test(response.headers.get("content-type") ?? "")) return lost;
    const value: unknown = await response.json();
    return response.ok ? { ok: true, value } : refusal(value);
  } catch {
    return lost;
  }
}

function refusal(value: unknown): Answer {
  const { code, title = "", details = {} } = value as { code?: ErrorCode; title?: string; details?: Json };
  return { ok: false, code: code ?? "internal", title, details };
}
