"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ErrorCode } from "@/lib/errors/catalogue";
import { type ApiResult, call } from "@/lib/http/client";

export type Failure = { code: ErrorCode | "offline"; details: Record<string, unknown>; text: string };

/** A write with its waiting and its refusal, for forms. The refusal's text is in the reader's language; what was typed stays. */
export function useWrite() {
  const t = useTranslations("incidents.declare");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async <T,>(method: string, path: string, body: unknown): Promise<ApiResult<T>> => {
    setBusy(true);
    setFailure(null);
    const answer = await call<T>(method, path, body);
    setBusy(false);
    if (!answer.ok) {
      const text = answer.code === "offline" ? t("offline") : answer.title || t("failed");
      setFailure({ code: answer.code, details: answer.details, text });
    }
    return answer;
  };
  return { busy, failure, write, clear: () => setFailure(null) };
}
