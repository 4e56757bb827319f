"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { v7 } from "uuid";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { useLiveRun } from "./live-run";
import { laneOf } from "./use-run-writes";

/** Characters of a command that the record takes. */
const longest = 20_000;

/** Puts copied commands on record for the step on screen, through the outbox: in order with what is done to the run. */
export function useRecordCopy(): (lang: string, command: string) => void {
  const t = useTranslations("runs.unsent");
  const { outbox } = useOutbox();
  const { run, able, shown } = useLiveRun();
  const [stepId, title] = [shown?.id, shown?.title];
  const lane = laneOf(run);
  return useCallback(
    (lang, command) => {
      if (!able || !stepId || !outbox) return;
      const id = v7();
      void outbox.add({
        id,
        lane,
        person: outbox.person,
        method: "POST",
        path: `/api/v1/runs/${run.id}/copies`,
        body: { id, stepId, lang, command: cut(command) },
        writtenAt: new Date().toISOString(),
        label: `${t("copied", { title: title ?? stepId })}\n${command}`,
        timed: true,
      });
    },
    [able, stepId, title, outbox, lane, run.id, t],
  );
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
