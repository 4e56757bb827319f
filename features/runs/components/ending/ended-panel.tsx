"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import { call } from "@/lib/http/client";
import type { RunStatus } from "../../machine";
import { Continuation } from "../continuation/continuation";
import { useLiveRun } from "../live/live-run";
import { StabilityRing } from "./stability-ring";

const tones: Record<Exclude<RunStatus, "active">, NoticeTone> = {
  recovered: "success",
  completed: "success",
  escalated: "warning",
  abandoned: "info",
};

/** How the run ended and what comes next: watching the service, going on elsewhere, back to the incident. */
export function EndedPanel() {
  const t = useTranslations("runs.ended");
  const { run, able } = useLiveRun();
  if (run.status === "active") return null;
  return (
    <Notice tone={tones[run.status]} title={t(run.status)} live>
      <Continuation />
      {run.status === "recovered" && <StabilityRing />}
      <div className="mt-2 flex flex-wrap gap-2">
        {run.status === "recovered" && able && <ProposeMonitoring />}
        {run.incident && (
          <ButtonLink href={`/incidents/${run.incident.key}`}>{t("incident", { key: run.incident.key })}</ButtonLink>
        )}
        {!run.incident && <ButtonLink href="/runs">{t("runs")}</ButtonLink>}
      </div>
    </Notice>
  );
}

const before = new Set(["investigating", "identified", "mitigating"]);

/** Proposes the status that follows a recovery; the person decides. */
function ProposeMonitoring() {
  const t = useTranslations("runs.ended");
  const router = useRouter();
  const { run } = useLiveRun();
  const [problem, setProblem] = useState<string | null>(null);
  const [id] = useState(() => v7());
  if (!run.incident || !before.has(run.incident.status)) return null;
  const { key } = run.incident;
  const move = async () => {
    const reason = t("monitoringReason", { title: run.title });
    const answer = await call("POST", `/api/v1/incidents/${key}/status`, { id, to: "monitoring", reason });
    if (answer.ok) router.push(`/incidents/${key}`);
    else setProblem(answer.title || t("failed"));
  };
  return (
    <>
      <Button variant="primary" onClick={() => void move()}>
        {t("monitoring")}
      </Button>
      {problem && (
        <span role="alert" className="self-center text-danger">
          {problem}
        </span>
      )}
    </>
  );
}
