"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { scrollable } from "@/components/ui/scrollable";
import { StatusMark } from "@/components/ui/status-mark";
import { useLiveRun } from "../live/live-run";
import type { Refused } from "../live/run-state";

const pasted = "mt-2 max-h-40 overflow-auto font-mono text-sm whitespace-pre-wrap wrap-anywhere";

/**
 * What could not be done and why. After a conflict: what the other person did and wrote, and the choice. What was typed here
 * stays, in its boxes or, where the step is finished, beside them.
 */
export function ConflictNotice({ refused }: { refused: Refused }) {
  const t = useTranslations("runs.action");
  const { run, shown, show, dismiss, busy } = useLiveRun();
  const { current, title, again, event } = refused;
  // After somebody finished it, the same answer is not possible any more: it has to be reopened first.
  const possible = current === null || current.possible.some((one) => one === event);
  const elsewhere = run.steps.find(({ id }) => id === refused.stepId && id !== shown?.id);
  const retryable = current !== null || ["offline", "internal", "database_unavailable"].includes(refused.code);
  return (
    <Notice tone={current ? "warning" : "danger"} title={title} live>
      {elsewhere && <p className="font-semibold">{elsewhere.title}</p>}
      {refused.texts.map((text) => (
        <pre key={text} {...scrollable} className={pasted}>
          {text}
        </pre>
      ))}
      {current && (
        <>
          <p className="flex flex-wrap items-center gap-x-2">
            {current.claimedBy && t("by", { name: current.claimedBy.name })} <StatusMark state={current.state} />
            {current.option && <strong>{current.option}</strong>}
            {current.note && <span className="text-muted">{current.note}</span>}
          </p>
          {current.evidence && (
            <pre {...scrollable} className={pasted}>
              {current.evidence}
            </pre>
          )}
          {!possible && <p className="mt-1">{t("reopenFirst")}</p>}
        </>
      )}
      <p className="mt-2 flex flex-wrap gap-2">
        {elsewhere && (
          <Button size="sm" onClick={() => show(elsewhere.id)}>
            {t("goThere")}
          </Button>
        )}
        {retryable && possible && !elsewhere && (
          <Button size="sm" disabled={busy} onClick={again}>
            {current ? t("mine") : t("again")}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={dismiss}>
          {current ? t("theirs") : t("dismiss")}
        </Button>
      </p>
    </Notice>
  );
}
