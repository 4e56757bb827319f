"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { EndRun } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { ReasonDialog } from "../step/reason-dialog";
import { HandOver } from "./hand-over-text";

const outcomes = ["recovered", "escalated", "completed", "abandoned"] as const;

/** Nothing left to try and nobody named to call: a person says how it ended. */
export function ClosingPanel() {
  const t = useTranslations("runs.closing");
  const { able } = useLiveRun();
  return (
    <section aria-labelledby="closing-title" className="grid gap-3 rounded border border-line bg-surface p-4 sm:p-6">
      <h2 id="closing-title" className="text-xl font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-prose text-muted">{t("lead")}</p>
      <HandOver />
      {able && <EndButtons size="lg" />}
    </section>
  );
}

/** The ways in which a person may end a run. */
export function EndButtons({ size = "sm" }: { size?: "sm" | "lg" }) {
  const t = useTranslations("runs.closing");
  const { end } = useLiveRun();
  const [asking, setAsking] = useState<EndRun["outcome"] | null>(null);
  return (
    <div className="flex flex-wrap gap-2">
      {outcomes.map((outcome) => (
        <Button key={outcome} size={size} onClick={() => setAsking(outcome)}>
          {t(outcome)}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          kind={asking}
          onClose={() => setAsking(null)}
          onReason={async (reason) => {
            const done = await end(asking, reason);
            if (done) setAsking(null);
            return done;
          }}
        />
      )}
    </div>
  );
}
