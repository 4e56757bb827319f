"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The catalogue's words for an error code; `offline` is the browser's own. */
export function useErrorText(): (code: string) => string {
  const t = useTranslations("errors");
  const publish = useTranslations("editing.publish");
  return useCallback(
    (code: string) => (code === "offline" ? publish("offline") : t.has(code) ? t(code) : t("internal")),
    [t, publish],
  );
}
