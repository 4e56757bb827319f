"use client";
import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/ui/status-mark";
import { Duration, RelativeTime } from "@/components/ui/time";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { ServerClock } from "../live/server-clock";

/** State, owner and clock of the step on screen. */
export function StepFacts({ step }: { step: StepView }) {
  const t = useTranslations("runs.step");
  const { me } = useLiveRun();
  const { claimedBy, startedAt, endedAt, within } = step;
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <StatusMark state={step.state} />
        {claimedBy && (
          <span className="inline-flex items-center gap-1.5">
            <UserRound aria-hidden className="size-4 text-muted" />
            {me.id !== null && claimedBy.id === me.id ? t("you") : claimedBy.name}
            {endedAt && <RelativeTime at={endedAt} />}
          </span>
        )}
        {startedAt ? (
          <ServerClock since={startedAt} until={endedAt} limit={within} />
        ) : (
          within !== null && (
            <span className="text-muted">{t.rich("budget", { length: () => <Duration seconds={within} /> })}</span>
          )
        )}
      </div>
    </div>
  );
}
