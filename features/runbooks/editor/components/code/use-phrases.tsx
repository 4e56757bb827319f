"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";

/** CodeMirror's own words and ours beside them, which are its keys, in the reader's language. */
export function usePhrases(): Record<string, string> {
  const t = useTranslations("editing.find");
  const code = useTranslations("editing.code.phrases");
  const kinds = useTranslations("editing.code.outline.kinds");
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
      "No diagnostics": code("noProblems"),
      "Control character": code("control"),
      "Fold line": code("fold"),
      "Unfold line": code("unfold"),
      "folded code": code("folded"),
      unfold: code("unfoldIt"),
      "on line": code("onLine"),
      "replaced match on line $": code("replaced", { line: "$" }),
      "replaced $ matches": code("replacedAll", { count: "$" }),
      "Find and replace": code("findReplace"),
      "Where to look": code("scope"),
      "in everywhere": code("everywhere"),
      "in step": code("step"),
      "in selection": code("selection"),
      "$ matches": code("matches", { count: "$" }),
      "not a regular expression": code("invalid"),
      "Where the cursor is": code("where"),
      ...Object.fromEntries(named.map((name) => [name, kinds(name)])),
    }),
    [t, code, kinds],
  );
}

/** What a breadcrumb says of a block that has no title. */
const named = [
  "frontMatter",
  "heading",
  "Procedure",
  "Checklist",
  "Triage",
  "Diagnosis",
  "Remediation",
  "Verification",
  "Escalation",
  "Step",
  "Decision",
] as const;
