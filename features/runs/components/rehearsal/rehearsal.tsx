"use client";
import { PhoneCall, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { StepEvent } from "../../machine";
import { type RehearsedAction, rehearse } from "../../rehearsal";
import type { RunPlan } from "../../run-plan";
import type { RunView } from "../../schema";
import { ContactList } from "../ending/contacts";
import { RunStatusBadge } from "../lists/run-status-badge";
import { EscalationCountdown } from "../live/escalation-countdown";
import { useLiveRun } from "../live/live-run";
import { ServerClock } from "../live/server-clock";
import { PathPicture } from "../outline/path-picture";
import { PathRows, usePathAround } from "../outline/path-rows";
import type { RunBodies } from "../run-screen";
import { RehearsalCard } from "./rehearsal-card";
import { RehearsalProvider } from "./rehearsal-provider";

type Props = { plan: Omit<RunPlan, "taken" | "entry">; bodies: RunBodies };

/** A text that is being written, walked as a run shows it. Nothing is written: it starts over at will. */
export function Rehearsal({ plan, bodies }: Props) {
  const t = useTranslations("editing.around.run");
  const [chosen, setChosen] = useState<string | null>(null);
  const [actions, setActions] = useState<RehearsedAction[]>([]);
  const [startedAt, setStartedAt] = useState(() => new Date());
  const [looked, setLooked] = useState<string | null>(null);
  const procedure = plan.procedures.find(({ id }) => id === chosen)?.id ?? plan.procedures[0]?.id ?? "";
  const run = useMemo(
    () => rehearse({ plan, procedure, startedAt, now: actions.at(-1)?.at ?? startedAt, actions }),
    [plan, procedure, startedAt, actions],
  );
  const restart = (next: string) => {
    setChosen(next);
    setActions([]);
    setLooked(null);
    setStartedAt(new Date());
  };
  const does = (stepId: string, event: StepEvent, option?: string) => {
    setActions((all) => [...all, { stepId, event, option, at: new Date() }]);
    setLooked(event === "start" ? stepId : null);
  };
  if (!run) return <p className="text-muted">{t("nothing")}</p>;
  const shown = run.steps.find(({ id }) => id === (looked ?? run.focus.stepId)) ?? null;
  return (
    <RehearsalProvider run={run} shown={shown} show={setLooked}>
      <div className="grid gap-4 *:min-w-0">
        <Notice tone="info">{t("lead")}</Notice>
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <Field label={t("procedure")} className="min-w-0 flex-1 basis-52">
            <Select value={procedure} onChange={(event) => restart(event.target.value)}>
              {plan.procedures.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
          <Button onClick={() => restart(procedure)}>
            <RotateCcw aria-hidden className="size-4" />
            {t("restart")}
          </Button>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <RunStatusBadge status={run.status} />
          <ServerClock since={run.startedAt} until={run.endedAt} limit={run.within} usual={null} />
          <EscalationCountdown />
        </div>
        <PathPicture />
        <Walk run={run} bodies={bodies} onEvent={does} />
      </div>
    </RehearsalProvider>
  );
}

type WalkProps = {
  run: RunView;
  bodies: RunBodies;
  onEvent: (stepId: string, event: StepEvent, option?: string) => void;
};

function Walk({ run, bodies, onEvent }: WalkProps) {
  const t = useTranslations("editing.around.run");
  const escalation = useTranslations("runs.escalation");
  const { before, after, labels } = usePathAround();
  const { shown } = useLiveRun();
  const calls: ReactNode = run.status === "active" && run.focus.stage === "escalation" && (
    <section className="grid gap-3 rounded border border-warning/50 bg-warning-soft p-4">
      <h2 className="flex items-center gap-2 text-xl font-semibold">
        <PhoneCall aria-hidden className="size-5 text-warning" />
        {escalation("title")}
      </h2>
      {bodies.escalations[run.focus.procedure] && (
        <div className="prose">{bodies.escalations[run.focus.procedure]}</div>
      )}
      <ContactList run={run} />
    </section>
  );
  return (
    <>
      {run.status !== "active" && <Notice tone="success" live title={t("ended")} />}
      {run.continueAt && <Notice tone="info" title={t("leadsTo", { target: run.continueAt })} />}
      <PathRows steps={before} label={labels.before} />
      {calls}
      {shown && (
        <RehearsalCard
          key={shown.id}
          step={shown}
          body={bodies.steps[shown.id]}
          undo={bodies.undos[shown.id]}
          options={shown.type === "decision" ? (bodies.options[shown.id] ?? {}) : {}}
          onEvent={(event, option) => onEvent(shown.id, event, option)}
        />
      )}
      <PathRows steps={after} label={labels.after} dimmed />
    </>
  );
}
