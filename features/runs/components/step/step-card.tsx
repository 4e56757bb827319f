"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { ApprovalAnswers } from "../../approvals/components/approval-answers";
import { ApprovalBox } from "../../approvals/components/approval-box";
import { gated, useApprovalGate } from "../../approvals/components/use-approval-gate";
import { offeredTo, somebodyElse } from "../../claims/offered";
import type { StepEvent } from "../../machine";
import type { StepView } from "../../schema";
import { SuggestChange } from "../../suggestions/components/suggest-change";
import { EvidenceList } from "../evidence/evidence-list";
import { SecretPreview } from "../evidence/secret-preview";
import { outgoingFields, useGuardedText } from "../evidence/use-guarded-text";
import { useLiveRun } from "../live/live-run";
import { ClaimPanel } from "../people/claim-panel";
import { HandOverDialog } from "../people/hand-over-dialog";
import { UnsentTexts } from "../people/unsent-texts";
import { Answers } from "./answers";
import { ConflictNotice } from "./conflict-notice";
import { DangerPanel } from "./danger-panel";
import { EarlierRounds } from "./earlier-rounds";
import { EvidenceBox } from "./evidence-box";
import { ReasonDialog } from "./reason-dialog";
import { StepFacts } from "./step-facts";
import { StepRecord } from "./step-record";
import { useStepKeys } from "./use-step-keys";

type StepCardProps = { step: StepView; body: ReactNode; undo: ReactNode; options: Record<string, ReactNode> };

/** The step on screen, large: what to do, what to expect, what came out, and the answers. */
export function StepCard({ step, body, undo, options }: StepCardProps) {
  const t = useTranslations("runs.step");
  const { run, able, me, busy, refused, act, show } = useLiveRun();
  const note = useGuardedText("note", `${run.id}:${step.id}`);
  const evidence = useGuardedText("evidence", `${run.id}:${step.id}`);
  const [confirm, setConfirm] = useState("");
  const [asking, setAsking] = useState<"skip" | "reopen" | "take_over" | "hand_over" | null>(null);
  const confirming = step.irreversible && (step.state === "pending" || step.state === "not_taken");

  const send = async (event: StepEvent, more: { option?: string; note?: string } = {}) => {
    const said = { ...outgoingFields({ note, evidence }), confirm: confirm || undefined };
    const sent = event === "start" ? { confirm: said.confirm } : { ...said, ...more };
    if (!(await act({ stepId: step.id, event, ...sent }, step.version))) return false;
    if (event === "start") return true;
    note.set("");
    evidence.set("");
    setConfirm("");
    return true;
  };
  const onEvent = (event: StepEvent) => {
    if (event === "skip" || event === "reopen" || event === "take_over" || event === "hand_over") {
      show(step.id);
      setAsking(event);
    } else void send(event);
  };
  /** Whoever writes here stays here, even when somebody else finishes the step. */
  const staying = (set: (text: string) => void) => (text: string) => {
    show(step.id);
    set(text);
  };
  // The refusal says what is missing; the field for it is the next place to be.
  const unconfirmed = refused?.stepId === step.id && refused.code === "confirmation_required";
  useEffect(() => {
    if (unconfirmed) document.querySelector<HTMLElement>("[name=run-confirm]")?.focus();
  }, [unconfirmed]);
  const usable = able && !busy && step.waitingFor === null;
  const other = somebodyElse(step, me);
  const gate = useApprovalGate(step);
  const offered = gated(offeredTo(step, me), gate);
  useStepKeys({
    step: offered,
    enabled: able && !busy,
    onEvent,
    onChoose: (option) => void send("choose", { option }),
  });
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
        <DangerPanel step={step} undo={undo}>
          {gate && <ApprovalBox gate={gate} ready={step.waitingFor === null} />}
          {able && confirming && step.confirm && !gate?.closed && (
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
        </DangerPanel>
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
        <EarlierRounds step={step} />
        <EvidenceList step={step} />
        {refused && <ConflictNotice refused={refused} />}
        {other && <ClaimPanel step={step} who={other} able={able} />}
        {!open && !busy && <UnsentTexts step={step} note={note} evidence={evidence} />}
        {waiting && open && <Notice tone="info">{t("waiting", { title: waiting.title })}</Notice>}
        {able && open && (!other || note.text !== "" || evidence.text !== "") && (
          <>
            {step.type === "step" && <EvidenceBox step={step} output={{ ...evidence, set: staying(evidence.set) }} />}
            <Field label={t("note")} hint={t("noteHint")}>
              <Textarea
                name="run-note"
                rows={1}
                value={note.text}
                onChange={(event) => staying(note.set)(event.target.value)}
              />
            </Field>
            <SecretPreview guarded={note} field="note" />
          </>
        )}
      </div>
      {able && run.status === "active" && (
        <div
          data-answers
          className={classes(
            step.options.length <= 4 && "[@media(min-height:30rem)]:sticky bottom-0",
            "z-10 rounded-b border-t border-line bg-surface p-3 sm:px-6",
            gate?.closed && "sm:flex sm:flex-wrap sm:gap-2",
          )}
        >
          {gate?.closed && <ApprovalAnswers gate={gate} ready={step.waitingFor === null} />}
          <Answers
            step={offered}
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
      <SuggestChange step={step} />
      {asking === "hand_over" && <HandOverDialog step={step} onClose={() => setAsking(null)} />}
      {asking && asking !== "hand_over" && (
        <ReasonDialog
          kind={asking}
          confirm={asking === "take_over" || (asking === "reopen" && confirming) ? step.confirm : null}
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
