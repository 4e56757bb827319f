"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { StepEvent } from "../../machine";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { useKeptText } from "../live/use-kept-text";
import { Answers } from "./answers";
import { ConflictNotice } from "./conflict-notice";
import { EvidenceBox } from "./evidence-box";
import { ReasonDialog } from "./reason-dialog";
import { StepFacts } from "./step-facts";
import { StepRecord } from "./step-record";
import { useStepKeys } from "./use-step-keys";

type StepCardProps = { step: StepView; body: ReactNode; options: Record<string, ReactNode> };

/** The step on screen, large: what to do, what to expect, what came out, and the answers. */
export function StepCard({ step, body, options }: StepCardProps) {
  const t = useTranslations("runs.step");
  const { run, able, busy, refused, act } = useLiveRun();
  const [note, setNote] = useKeptText(`bitacora-note:${run.id}:${step.id}`);
  const [evidence, setEvidence] = useKeptText(`bitacora-evidence:${run.id}:${step.id}`);
  const [confirm, setConfirm] = useState("");
  const [asking, setAsking] = useState<"skip" | "reopen" | null>(null);
  const confirming = step.irreversible && (step.state === "pending" || step.state === "not_taken");

  const send = async (event: StepEvent, more: { option?: string; note?: string } = {}) => {
    const said = { note: note || undefined, evidence: evidence || undefined, confirm: confirm || undefined };
    const sent = event === "start" ? { confirm: said.confirm } : { ...said, ...more };
    if (!(await act({ stepId: step.id, event, ...sent }, step.version))) return false;
    if (event === "start") return true;
    setNote("");
    setEvidence("");
    setConfirm("");
    return true;
  };
  const onEvent = (event: StepEvent) => {
    if (event === "skip" || event === "reopen") setAsking(event);
    else void send(event);
  };
  // The refusal says what is missing; the field for it is the next place to be.
  const unconfirmed = refused?.stepId === step.id && refused.code === "confirmation_required";
  useEffect(() => {
    if (unconfirmed) document.querySelector<HTMLElement>("[name=run-confirm]")?.focus();
  }, [unconfirmed]);
  const usable = able && !busy && step.waitingFor === null;
  useStepKeys({ step, enabled: able && !busy, onEvent, onChoose: (option) => void send("choose", { option }) });
  const waiting = run.steps.find(({ id }) => id === step.waitingFor);
  const open = step.state === "pending" || step.state === "active";

  return (
    <article aria-labelledby="run-step" className="rounded border border-line-strong/70 bg-surface">
      <div className="grid gap-4 p-4 *:min-w-0 sm:p-6">
        <header className="grid gap-2">
          <p className="text-sm text-muted">{t(`phase.${step.phase}`)}</p>
          <h2 id="run-step" tabIndex={-1} className="scroll-mt-28 text-2xl font-semibold wrap-anywhere outline-none">
            {step.title}
          </h2>
          <StepFacts step={step} />
        </header>
        {body && (
          <div id="run-step-body" className="prose">
            {body}
          </div>
        )}
        {Object.entries(options).map(([label, text]) => (
          <div key={label} className="prose border-l-2 border-line pl-3">
            <p className="font-semibold">{label}</p>
            {text}
          </div>
        ))}
        <StepRecord step={step} />
        {refused && (refused.stepId === step.id || refused.stepId === null) && <ConflictNotice refused={refused} />}
        {able && confirming && step.confirm && (
          <Field label={t("confirm", { target: step.confirm })} hint={t("confirmHint")}>
            <Input
              name="run-confirm"
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              value={confirm}
              onChange={(event) => setConfirm(event.target.value)}
            />
          </Field>
        )}
        {waiting && open && <Notice tone="info">{t("waiting", { title: waiting.title })}</Notice>}
        {able && open && (
          <>
            {step.type === "step" && <EvidenceBox step={step} value={evidence} onChange={setEvidence} />}
            <Field label={t("note")} hint={t("noteHint")}>
              <Textarea name="run-note" rows={1} value={note} onChange={(event) => setNote(event.target.value)} />
            </Field>
          </>
        )}
      </div>
      {able && run.status === "active" && (
        <div
          className={classes(
            step.options.length <= 4 && "sticky bottom-0",
            "z-10 rounded-b border-t border-line bg-surface p-3 sm:px-6",
          )}
        >
          <Answers
            step={step}
            disabled={!(usable || (step.type === "decision" && able && !busy))}
            onEvent={onEvent}
            onChoose={(option) => void send("choose", { option })}
          />
        </div>
      )}
      {able && run.status !== "active" && step.possible.includes("reopen") && (
        <div className="border-t border-line p-3 sm:px-6">
          <Answers step={{ ...step, possible: ["reopen"] }} disabled={busy} onEvent={onEvent} onChoose={() => {}} />
        </div>
      )}
      {asking && (
        <ReasonDialog
          kind={asking}
          confirm={asking === "reopen" && confirming ? step.confirm : null}
          onClose={() => setAsking(null)}
          onReason={async (reason, typed) => {
            const done = await act({ stepId: step.id, event: asking, note: reason, confirm: typed }, step.version);
            if (done) setAsking(null);
            return done;
          }}
        />
      )}
    </article>
  );
}
