"use client";
import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/ui/status-mark";
import { RelativeTime } from "@/components/ui/time";
import type { StepView } from "../../schema";
import { StepClock } from "../clocks/step-clock";
import { useLiveRun } from "../live/live-run";
import { UnsentMark } from "../live/unsent-mark";

/** State, owner and clock of the step on screen. */
export function StepFacts({ step }: { step: StepView }) {
  const t = useTranslations("runs.step");
  const { me } = useLiveRun();
  const { claimedBy, endedAt } = step;
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
        <StepClock step={step} />
        <UnsentMark stepId={step.id} />
      </div>
    </div>
  );
}
