"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { v7 } from "uuid";
import { call } from "@/lib/http/client";
import type { ChangedRun, RunView } from "../../schema";
import { refreshWaiting } from "./waiting-store";

type Sending = {
  busy: boolean;
  /** What went wrong, for the person. */
  error: string | null;
  /** @returns the run after it, or null when it was refused */
  send: (path: string, body: Record<string, unknown>) => Promise<RunView | null>;
};

/** Sends what concerns an approval. What did not arrive is sent again under the same id, so it counts once. */
export function useAnswer(): Sending {
  const t = useTranslations("approvals");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const last = useRef({ what: "", id: "" });
  const send = async (path: string, body: Record<string, unknown>) => {
    const what = JSON.stringify([path, body]);
    if (last.current.what !== what) last.current = { what, id: v7() };
    setBusy(true);
    setError(null);
    const answer = await call<ChangedRun>("POST", `/api/v1${path}`, { ...body, id: last.current.id });
    setBusy(false);
    refreshWaiting();
    if (!answer.ok) {
      setError(answer.code === "offline" ? t("offline") : answer.title || t("failed"));
      if (answer.code !== "offline") last.current = { what: "", id: "" };
      return null;
    }
    last.current = { what: "", id: "" };
    return answer.value.run;
  };
  return { busy, error, send };
}
