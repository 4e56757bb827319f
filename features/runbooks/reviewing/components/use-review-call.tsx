"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { call } from "@/lib/http/client";

/** Sends what somebody does about a review and shows the page as it is afterwards; what went wrong is told in words. */
export function useReviewCall(reviewId: string) {
  const errors = useTranslations("errors");
  const t = useTranslations("reviewing");
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [refreshing, refresh] = useTransition();
  const [error, setError] = useState<string | null>(null);

  /** @param path below the review's own address */
  async function send<T>(method: "POST" | "PATCH", path: string, body: unknown): Promise<T | null> {
    setSending(true);
    setError(null);
    const answer = await call<T>(method, `/api/v1/reviews/${reviewId}${path}`, body);
    setSending(false);
    if (!answer.ok) setError(answer.code === "offline" ? t("offline") : errors(answer.code));
    // Also after a refusal: somebody else may have been first, and that is what has to be seen.
    refresh(() => router.refresh());
    return answer.ok ? answer.value : null;
  }
  return { busy: sending || refreshing, error, send };
}
