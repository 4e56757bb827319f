"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";

/** CodeMirror's own words, which are its keys, in the reader's language. */
export function usePhrases(): Record<string, string> {
  const t = useTranslations("editing.find");
  return useMemo(
    () => ({
      Find: t("find"),
      Replace: t("replace"),
      next: t("next"),
      previous: t("previous"),
      all: t("all"),
      "match case": t("case"),
      regexp: t("regexp"),
      "by word": t("word"),
      replace: t("replaceOne"),
      "replace all": t("replaceAll"),
      close: t("close"),
      "Go to line": t("goto"),
      go: t("go"),
      "current match": t("current"),
      Diagnostics: t("diagnostics"),
      Completions: t("completions"),
    }),
    [t],
  );
}
