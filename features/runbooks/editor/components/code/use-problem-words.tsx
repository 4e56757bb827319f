"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useProblemText } from "../use-problem-text";
import type { ProblemWords } from "./problem-marks";

/** What is wrong and what mends it, in the reader's language. */
export function useProblemWords(): ProblemWords {
  const t = useTranslations("editing.code.fixes");
  const problem = useProblemText();
  return useMemo(
    () => ({
      problem,
      fix: ({ kind, values }) => t(kind, values),
      fixed: ({ kind, values }) => t("done", { fix: t(kind, values) }),
    }),
    [t, problem],
  );
}
