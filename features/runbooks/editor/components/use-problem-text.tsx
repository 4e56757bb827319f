"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Problem } from "../../artifact";

/** What is wrong and what to do instead, in the reader's language. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations("problems");
  return useCallback(({ rule, values, message }: Problem) => (t.has(rule) ? t(rule, values) : message), [t]);
}
