"use client";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { scrollable } from "@/components/ui/scrollable";
import { StatusMark } from "@/components/ui/status-mark";
import { DateTime } from "@/components/ui/time";
import { call } from "@/lib/http/client";
import type { StepRounds } from "../../rounds/schema";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

/** Finished once and handed out again takes two changes at the least. */
const firstRoundAt = 3;

/** What was recorded of a step before it was reopened or came round again, one tap away. */
export function EarlierRounds({ step }: { step: StepView }) {
  const t = useTranslations("runs.rounds");
  const { run } = useLiveRun();
  const [rounds, setRounds] = useState<StepRounds["rounds"] | null>(null);
  const [failed, setFailed] = useState(false);
  if (step.version < firstRoundAt) return null;
  const load = async () => {
    const answer = await call<StepRounds>("GET", `/api/v1/runs/${run.id}/steps/${encodeURIComponent(step.id)}/rounds`);
    if (answer.ok) setRounds(answer.value.rounds);
    setFailed(!answer.ok);
  };
  return (
    <details className="fold" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary className="flex min-h-6 items-center gap-1.5 text-sm text-muted">
        <History aria-hidden className="size-4" />
        {t("open")}
      </summary>
      <div className="mt-2 grid gap-2 *:min-w-0">
        {failed && <p role="alert">{t("failed")}</p>}
        {rounds?.length === 0 && <p className="text-sm text-muted">{t("none")}</p>}
        {rounds?.map(({ state, by, at, option, note, evidence }) => (
          <div key={at} className="grid gap-1 rounded border border-line bg-raised px-3 py-2 *:min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 text-sm">
              <StatusMark state={state} />
              <span>{by}</span>
              <DateTime at={at} />
            </p>
            {option && <p className="font-semibold">→ {option}</p>}
            {note && <p className="whitespace-pre-wrap wrap-anywhere">{note}</p>}
            {evidence && (
              <pre {...scrollable} className="max-h-48 overflow-auto font-mono text-sm whitespace-pre">
                {evidence}
              </pre>
            )}
          </div>
        ))}
      </div>
    </details>
  );
}
