"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { StatusMark } from "@/components/ui/status-mark";
import { useLiveRun } from "../live/live-run";
import type { Refused } from "../live/run-state";

/** What could not be done and why. After a conflict: what the other person did, and the choice. What was typed stays. */
export function ConflictNotice({ refused }: { refused: Refused }) {
  const t = useTranslations("runs.action");
  const { dismiss, busy } = useLiveRun();
  const { current, title, again } = refused;
  const retryable = current !== null || ["offline", "internal", "database_unavailable"].includes(refused.code);
  return (
    <Notice tone={current ? "warning" : "danger"} title={title} live>
      {current && (
        <p className="flex flex-wrap items-center gap-x-2">
          {current.claimedBy && t("by", { name: current.claimedBy.name })} <StatusMark state={current.state} />
          {current.option && <strong>{current.option}</strong>}
          {current.note && <span className="text-muted">{current.note}</span>}
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-2">
        {retryable && (
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
