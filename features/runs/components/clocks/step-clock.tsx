"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Duration } from "@/components/ui/time";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { ServerClock } from "../live/server-clock";
import { useExtend } from "./use-extend";

/** The time of a step: what is planned or usual before it starts, then its clock, with more of it for the asking. */
export function StepClock({ step }: { step: StepView }) {
  const t = useTranslations("runs.clocks");
  const { run, able } = useLiveRun();
  const { extend, problem } = useExtend();
  const { startedAt, endedAt, limit, usual } = step;
  const clock = run.clocks.find(({ stepId }) => stepId === step.id);
  if (startedAt === null) {
    const expected = limit ?? usual;
    if (expected === null) return null;
    const words = limit === null ? "usually" : "planned";
    return <span className="text-muted">{t.rich(words, { length: () => <Duration seconds={expected} /> })}</span>;
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <ServerClock since={startedAt} until={endedAt} limit={limit} usual={usual} />
      {clock && able && (
        <Button size="sm" aria-label={t("moreFor", { title: step.title })} onClick={() => void extend(clock)}>
          {t("more")}
        </Button>
      )}
      {problem && (
        <span role="alert" className="text-danger">
          {problem}
        </span>
      )}
    </span>
  );
}
