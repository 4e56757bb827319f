"use client";
import { useTranslations } from "next-intl";
import { FileLink } from "@/components/ui/file-link";
import { RelativeTime } from "@/components/ui/time";
import type { EvidenceView } from "../../evidence/schema";
import { isOpen } from "../../machine";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { MatchedOutput } from "./matched-output";
import { ProposalPanel } from "./proposal-panel";
import { WithdrawButton } from "./withdraw-button";

/** What is on record for a step, with what the last output says while its answer is open. */
export function EvidenceList({ step }: { step: StepView }) {
  const t = useTranslations("runs.evidence");
  const { run } = useLiveRun();
  const items = run.evidence.filter(({ stepId }) => stepId === step.id);
  const last = items.findLast(({ output, withdrawn }) => output && !withdrawn);
  const open = isOpen(step.state);
  const { output } = last ?? {};
  return (
    <>
      {items.length > 0 && (
        <section
          aria-label={t("recorded")}
          className="grid gap-2 rounded border border-line bg-raised px-3 py-2 *:min-w-0"
        >
          <h3 className="text-sm font-semibold">{t("recorded")}</h3>
          <ul className="grid gap-2 *:min-w-0">
            {items.map((item) => (
              <Item key={item.id} item={item} open={open} told={open && item === last && !!output?.proposal} />
            ))}
          </ul>
        </section>
      )}
      <p role="status" className="sr-only">
        {open && output?.proposal && t(output.proposal.verdict)}
      </p>
      {open && output?.proposal && <ProposalPanel text={output.text} from={output.from} proposal={output.proposal} />}
    </>
  );
}

function Item({ item, open, told }: { item: EvidenceView; open: boolean; told: boolean }) {
  const t = useTranslations("runs.evidence");
  const { able } = useLiveRun();
  const { file, output, withdrawn, by, at } = item;
  return (
    <li className="grid gap-1 *:min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {file && <FileLink file={file} struck={withdrawn !== null} />}
        {output && (
          <span className={withdrawn ? "text-muted line-through" : ""}>
            {t("output", { verdict: output.proposal?.verdict ?? "none", length: output.length })}
          </span>
        )}
        <span className="text-sm text-muted">
          {by.name} · <RelativeTime at={at} />
        </span>
        {able && !withdrawn && (
          <span className="ml-auto">
            <WithdrawButton item={item} what={file?.name ?? t("outputName")} finished={!open} />
          </span>
        )}
      </div>
      {withdrawn && (
        <p className="text-sm text-muted">{t("withdrawn", { name: withdrawn.by, reason: withdrawn.reason })}</p>
      )}
      {output && !told && !withdrawn && (
        <details>
          <summary className="text-sm">{t("showOutput")}</summary>
          <MatchedOutput text={output.text} from={output.from} proposal={output.proposal} label={t("outputName")} />
        </details>
      )}
    </li>
  );
}
