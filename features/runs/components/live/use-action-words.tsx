"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { RunView } from "../../schema";
import type { UnsentAction } from "../../unsent/unsent-run";

/** Says in words what was done to a run, for the list of what is not sent. */
export function useActionWords(): (action: UnsentAction, run: RunView) => string {
  const t = useTranslations("runs.unsent");
  return useCallback(
    (action, run) => {
      if (action.does === "end") return t(`end.${action.outcome}`, { title: run.title });
      const title = run.steps.find(({ id }) => id === action.stepId)?.title ?? action.stepId;
      const done = t(`event.${action.event}`, { title, option: action.option ?? "" });
      return [done, action.note, action.evidence].filter(Boolean).join("\n");
    },
    [t],
  );
}
