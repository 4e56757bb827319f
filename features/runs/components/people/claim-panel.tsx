"use client";
import { useTranslations } from "next-intl";
import { Face } from "@/components/ui/face";
import { RelativeTime } from "@/components/ui/time";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { onOurClock } from "../live/run-state";

type ClaimPanelProps = { step: StepView; who: NonNullable<StepView["claimedBy"]>; able: boolean };

/** Somebody else is on the step: who, since when, and whether they are there. */
export function ClaimPanel({ step, who, able }: ClaimPanelProps) {
  const t = useTranslations("runs.claims");
  const { people, skew } = useLiveRun();
  const present = people.find(({ id }) => id === who.id);
  const where = present ? (present.places.includes(step.id) ? "present" : "elsewhere") : "away";
  return (
    <section
      aria-label={t("on", { name: who.name })}
      className="rounded border border-accent/40 bg-accent-soft px-3 py-2.5"
    >
      <div className="flex items-start gap-3">
        <span aria-hidden>
          <Face name={who.name} tone="accent" />
        </span>
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">{t("on", { name: who.name })}</p>
          <p className="flex flex-wrap gap-x-2 text-sm text-muted">
            {step.claimedAt && (
              <span>
                {t.rich("since", { time: () => <RelativeTime at={onOurClock(step.claimedAt ?? "", skew)} /> })}
              </span>
            )}
            <span role="status">{t(where)}</span>
          </p>
          {able && <p className="mt-1 text-sm">{t("lead")}</p>}
        </div>
      </div>
    </section>
  );
}
