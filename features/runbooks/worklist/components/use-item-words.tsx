"use client";
import { useLocale, useTranslations } from "next-intl";
import { runbookHref } from "../../links";
import { kinds } from "../kinds";
import type { WorklistItem } from "../schema";

/** What an item says, and where its one thing to do leads. */
export function useItemWords() {
  const t = useTranslations("worklist.kinds");
  const problem = useTranslations("problems");
  const days = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium", timeZone: "UTC" });
  return (item: WorklistItem) => {
    const { kind, values, title } = item;
    const { rule = "", message = "" } = values;
    const said =
      (kind === "refused" || kind === "glossary-line") && problem.has(rule)
        ? problem(rule, problemValues(values))
        : message;
    const reviewed = values.reviewed ? days.format(new Date(`${values.reviewed}T00:00:00Z`)) : "";
    return {
      name: t(`${kind}.name`),
      text: t(`${kind}.text`, { ...values, title, reviewed, problem: said, count: Number(values.count ?? 0) }),
      todo: t(`${kind}.todo`, { line: item.line ?? 1 }),
      href: hrefOf(item),
    };
  };
}

/** What the sentence of a problem of the gate needs, as the finding keeps it. */
const problemValues = (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (key.startsWith("problem.") ? [[key.slice(8), value]] : [])),
  );

/** Null where the thing to do is done here. */
function hrefOf({ kind, runbook, line, values }: WorklistItem): string | null {
  switch (kinds[kind].todo) {
    case "edit":
      return runbook && `${runbookHref(runbook)}/edit?line=${line ?? 1}`;
    case "answer":
      return runbook && `${runbookHref(runbook)}/edit`;
    case "review":
      return `/reviews/${values.review}`;
    case "glossary":
      return "/glossary";
    case "write":
      return "/runbooks/new";
    default:
      return null;
  }
}
