"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import type { ErrorCode } from "@/lib/errors/catalogue";
import { type ApiResult, call } from "@/lib/http/client";
import type { Outbox } from "@/lib/offline/outbox";
import { laneOf, type UnsentChange } from "../../live/with-unsent";

export type Failure = { code: ErrorCode | "offline"; details: Record<string, unknown>; text: string };

/** A write that can wait in the browser for the network, the database or its person to be back. */
type Queueable = {
  /** What it is, for the list of what is not sent. */
  label: string;
  change: UnsentChange;
  /** Writes of the same name build on each other. */
  chain?: string;
  /** It is kept and will be sent: the form has nothing more to do. */
  onQueued: () => void;
};

/**
 * A write with its waiting and its refusal, for forms. The refusal's text is in the reader's language; what was typed stays. With
 * `queueable`, a write on an incident that cannot be sent now is kept in the browser instead.
 */
export function useWrite() {
  const t = useTranslations("incidents.declare");
  const { outbox } = useOutbox();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async <T,>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body: Record<string, unknown> | undefined,
    queueable?: Queueable,
  ): Promise<ApiResult<T>> => {
    setBusy(true);
    setFailure(null);
    const answer =
      outbox && queueable ? await queued<T>(outbox, method, path, body, queueable) : await call<T>(method, path, body);
    setBusy(false);
    if (answer === null) {
      queueable?.onQueued();
      return { ok: false, code: "offline", title: "", details: {} };
    }
    if (!answer.ok) {
      const text = answer.code === "offline" ? t("offline") : answer.title || t("failed");
      setFailure({ code: answer.code, details: answer.details, text });
    }
    return answer;
  };
  return { busy, failure, write, clear: () => setFailure(null) };
}

/** @returns null when it waits in the browser. What is refused while its form is open is the form's to show. */
async function queued<T>(
  outbox: Outbox,
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body: Record<string, unknown> = {},
  { label, change, chain }: Queueable,
): Promise<ApiResult<T> | null> {
  const id = typeof body.id === "string" ? body.id : v7();
  const outcome = await outbox.deliver({
    id,
    lane: laneOf(path.split("/")[4] ?? ""),
    person: outbox.person,
    method,
    path,
    body,
    writtenAt: new Date().toISOString(),
    label,
    chain,
    timed: true,
    note: change,
  });
  if (outcome.state === "sent") return { ok: true, status: 200, value: outcome.value as T };
  if (outcome.state !== "refused") return null;
  await outbox.discard(id);
  return { ok: false, code: outcome.code, title: outcome.title, details: outcome.details };
}
