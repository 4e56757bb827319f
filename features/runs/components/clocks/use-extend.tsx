"use client";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { v7 } from "uuid";
import { call } from "@/lib/http/client";
import type { ClockView } from "../../clocks/clock-view";
import type { ChangedRun, RunView } from "../../schema";
import { useLiveRun } from "../live/live-run";

/** What one tap gives, in seconds. */
export const moreSeconds = 300;

/** Gives a clock five more minutes. `problem` says what went wrong the last time. */
export function useExtend(): { extend: (clock: ClockView) => Promise<void>; problem: string | null } {
  const t = useTranslations("runs.clocks");
  const { run, update } = useLiveRun();
  const [problem, setProblem] = useState<string | null>(null);
  const path = `/api/v1/runs/${run.id}`;
  const extend = useCallback(
    async ({ key, dueAt }: ClockView) => {
      setProblem(null);
      const body = { clock: key, seconds: moreSeconds, dueAt, id: v7() };
      const answer = await call<ChangedRun>("POST", `${path}/limits`, body);
      if (answer.ok) return update(answer.value.run);
      // Somebody else moved it meanwhile: the run as it is now shows by how much.
      const moved = answer.code === "stale_version";
      setProblem(moved ? t("moved") : answer.title || t("failed"));
      if (!moved) return;
      const now = await call<RunView>("GET", path);
      if (now.ok) update(now.value);
    },
    [path, t, update],
  );
  return { extend, problem };
}
