import { useTranslations } from "next-intl";
import type { RunRecord } from "../../export-schema";
import { duration, secondsBetween, stamp } from "../../post-mortem/draft/clock";
import { RecordBody } from "./record-body";

const marks = { pending: "○", active: "◐", done: "●", failed: "✕", skipped: "⤼", not_taken: "┄" } as const;

/** A run with what became of each of its steps, and by which text. */
export function RecordRun({ run }: { run: RunRecord }) {
  const status = useTranslations("runs.status");
  const state = useTranslations("ui.stepState");
  const version = run.commit ?? run.blob;
  return (
    <section className="record-run">
      <h3>{run.title}</h3>
      <p>
        <a href={`/runbooks/${run.runbook}#${run.procedure}`}>
          {run.runbook}#{run.procedure}
        </a>
        , <code>{version.slice(0, 8)}</code> · {status(run.status)} · {stamp(run.startedAt)} –{" "}
        {run.endedAt && `${stamp(run.endedAt)} (${duration(secondsBetween(run.startedAt, run.endedAt))})`} ·{" "}
        {run.startedBy}
      </p>
      <ol>
        {run.steps.map((step) => (
          <li key={step.stepId} className="record-entry">
            <p>
              <span aria-hidden>{marks[step.state]} </span>
              <strong>{step.title}</strong> · {state(step.state)}
              {step.option && ` → ${step.option}`}
              {step.claimedBy && ` · ${step.claimedBy}`}
              {step.endedAt && ` · ${stamp(step.endedAt)}`}
            </p>
            {step.note && <RecordBody body={step.note} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
