"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { v7 } from "uuid";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import type { StepChanges } from "../../adopt/schema";
import type { ChangedRun, StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

type Changed = StepChanges["changes"][number];

/** The difference ahead, kept current, and the way to adopt it. `problem` says why something was not adopted. */
export function useChanges() {
  const t = useTranslations("runs.adoption");
  const toast = useToast();
  const { run, update } = useLiveRun();
  const [found, setFound] = useState<StepChanges | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/api/v1/runs/${run.id}`;

  const load = useCallback(async () => {
    const answer = await call<StepChanges>("GET", `${path}/changes`);
    if (answer.ok) setFound(answer.value);
    else setProblem(answer.title || t("failed"));
  }, [path, t]);
  // Whatever moves the run or the runbook may move the difference.
  const { blob } = run.runbookNow;
  const moment = `${run.version} ${blob}`;
  useEffect(() => {
    if (moment) void load();
  }, [load, moment]);

  const adopt = async (changes: Changed[]) => {
    if (!found?.blob) return;
    setBusy(true);
    setProblem(null);
    const steps = changes.map(({ stepId, version }) => ({ id: stepId, expectedVersion: version }));
    const answer = await call<ChangedRun>("POST", `${path}/adoptions`, { id: v7(), blob: found.blob, steps });
    setBusy(false);
    if (answer.ok) {
      update(answer.value.run);
      toast({ title: t("adopted", { count: changes.length }), tone: "success" });
      return;
    }
    const current = answer.code === "stale_version" ? (answer.details.current as StepView) : null;
    const name = current?.claimedBy?.name ?? t("somebody");
    if (current) setProblem(t("conflict", { title: current.title, name }));
    else setProblem(answer.code === "offline" ? t("offline") : answer.title || t("failed"));
    void load();
  };
  return { found, problem, busy, adopt };
}
