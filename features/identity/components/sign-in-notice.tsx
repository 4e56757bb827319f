"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { SignInProblem } from "../sign-in/problem";

/** What went wrong at the door, and what to do about it. */
export function SignInNotice({ problem: { code, retryMinutes } }: { problem: SignInProblem }) {
  const t = useTranslations("identity.signIn.problem");
  const errors = useTranslations("errors");
  // What cannot be checked is no verdict on the password: another tone, and its own words.
  const transient = code === "database_unavailable" || code === "offline" || code === "rate_limited";
  const text =
    code === "rate_limited" && retryMinutes !== null
      ? t("rate_limited", { minutes: retryMinutes })
      : t.has(code) && code !== "rate_limited"
        ? t(code)
        : errors(code);
  return (
    <Notice tone={transient ? "warning" : "danger"} live className="mb-4">
      {text}
    </Notice>
  );
}
