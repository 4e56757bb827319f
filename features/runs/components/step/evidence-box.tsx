"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Proposal } from "../../expectation";
import type { StepView } from "../../schema";

type EvidenceBoxProps = { step: StepView; value: string; onChange: (text: string) => void };

/** The box for pasted output. What it says about the expectation is proposed; the person answers. */
export function EvidenceBox({ step, value, onChange }: EvidenceBoxProps) {
  const t = useTranslations("runs.evidence");
  const proposal = useProposal(step, value);
  return (
    <div className="grid gap-2">
      <Field label={t("label")} hint={step.evidenceRequired ? t("required") : undefined}>
        <Textarea
          name="run-evidence"
          rows={3}
          spellCheck={false}
          autoComplete="off"
          className="max-h-64 font-mono text-sm"
          placeholder={t("placeholder")}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div role="status">
        {proposal && (
          <div
            className={`rounded border px-3 py-2 ${
              proposal.verdict === "passed" ? "border-success/40 bg-success-soft" : "border-warning/40 bg-warning-soft"
            }`}
          >
            <p className={`font-semibold ${proposal.verdict === "passed" ? "text-success" : "text-warning"}`}>
              {t(proposal.verdict)}
            </p>
            <Matched text={value} proposal={proposal} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Characters around a match that are shown. */
const around = 80;

/** The matched parts, marked, each with a little of the text around it. */
function Matched({ text, proposal }: { text: string; proposal: Proposal }) {
  return proposal.ranges.map(([from, to]) => (
    <pre key={from} className="mt-1 overflow-x-auto font-mono text-sm whitespace-pre-wrap wrap-anywhere">
      {from > around ? "…" : ""}
      {text.slice(Math.max(0, from - around), from)}
      <mark className="bg-mark text-ink">{text.slice(from, to)}</mark>
      {text.slice(to, to + around)}
      {to + around < text.length ? "…" : ""}
    </pre>
  ));
}

/** The matcher is fetched when there is something to match: it is large, and most steps need none. */
function useProposal(step: StepView, output: string): Proposal | null {
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const { expects } = step;
  useEffect(() => {
    let current = true;
    const wanted = output.trim() !== "" && expects.some(({ matches }) => matches !== null);
    if (!wanted) setProposal(null);
    else {
      void import("../../expectation").then(({ propose }) => {
        if (current) setProposal(propose(expects, output));
      });
    }
    return () => {
      current = false;
    };
  }, [expects, output]);
  return proposal;
}
