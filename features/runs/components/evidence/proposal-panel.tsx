"use client";
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import type { Proposal } from "../../expectation";
import { MatchedOutput } from "./matched-output";

type ProposalPanelProps = { text: string; from?: number; proposal: Proposal };

/** What the output says of the step's expectation, and where. The person answers. */
export function ProposalPanel({ text, from, proposal }: ProposalPanelProps) {
  const t = useTranslations("runs.evidence");
  const passed = proposal.verdict === "passed";
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <div
      className={classes(
        "grid gap-2 rounded border px-3 py-2 *:min-w-0",
        passed ? "border-success/40 bg-success-soft" : "border-warning/40 bg-warning-soft",
      )}
    >
      <p className={classes("flex items-start gap-2 font-semibold", passed ? "text-success" : "text-warning")}>
        <Icon aria-hidden className="mt-1 size-4 shrink-0" />
        {t(proposal.verdict)}
      </p>
      <MatchedOutput text={text} from={from} proposal={proposal} label={t("matched")} />
      {proposal.missing.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {proposal.missing.map(({ pattern, near }) => (
            <li key={pattern} className="wrap-anywhere">
              {t("missing")} <code>{pattern}</code>
              {near && <span className="text-muted"> · {t("near")}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
