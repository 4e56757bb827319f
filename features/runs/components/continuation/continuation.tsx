"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { call } from "@/lib/http/client";
import { runHref } from "../../links";
import type { RunView, StartedRun } from "../../schema";
import { useLiveRun } from "../live/live-run";

/** Where an answer out of this runbook goes on, or why it could not and what to do. */
export function Continuation() {
  const { run } = useLiveRun();
  if (run.continuation) return <GoOn run={run} to={run.continuation} />;
  return run.continueAt && run.continuationProblem ? <NotContinued run={run} target={run.continueAt} /> : null;
}

function GoOn({ run, to }: { run: RunView; to: { id: string; title: string } }) {
  const t = useTranslations("runs.continuation");
  return (
    <div className="grid justify-items-start gap-2">
      <p>{t("onLead")}</p>
      <ButtonLink
        variant="primary"
        href={runHref({ id: to.id, incident: run.incident })}
        className="h-auto! min-h-9 whitespace-normal!"
      >
        {t("on", { title: to.title })}
      </ButtonLink>
    </div>
  );
}

function NotContinued({ run, target }: { run: RunView; target: string }) {
  const t = useTranslations("runs.continuation");
  const router = useRouter();
  const { able } = useLiveRun();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const why = run.continuationProblem ?? "missing";
  const [runbook] = target.split("#");
  const go = async () => {
    setBusy(true);
    const answer = await call<StartedRun>("POST", `/api/v1/runs/${run.id}/continuation`, {});
    if (answer.ok) return router.push(runHref(answer.value));
    setBusy(false);
    setProblem(answer.title || t("failed"));
  };
  return (
    <div className="grid justify-items-start gap-2">
      {why !== "ready" && <p className="font-semibold wrap-anywhere">{t("title", { target })}</p>}
      <p>{t(`problem.${why}`)}</p>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      {why === "ready" && able && (
        <Button
          variant="primary"
          disabled={busy}
          onClick={() => void go()}
          className="h-auto! min-h-9 whitespace-normal!"
        >
          {t("go", { target })}
        </Button>
      )}
      {why === "missing" && <ButtonLink href="/runbooks">{t("find")}</ButtonLink>}
      {why === "no_procedure" && (
        <ButtonLink href={`/runbooks/${runbook}`} className="h-auto! min-h-9 whitespace-normal!">
          {t("openRunbook", { runbook: runbook ?? "" })}
        </ButtonLink>
      )}
    </div>
  );
}
