"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { variableUses } from "../../variables/usage";
import { useLiveRun } from "../live/live-run";
import { useRunDrafts } from "./run-drafts";
import { type VariableFields, VariableRow } from "./variable-row";

/** All placeholders of the run's commands in one place, those of the step on screen first. */
export function VariablesSection({ fields }: { fields: VariableFields }) {
  const t = useTranslations("runs.variables");
  const { run, shown } = useLiveRun();
  const { flush } = useRunDrafts();
  // By what the run keeps: a field must not move away from under the fingers as it fills.
  const isEmpty = (name: string) => !run.variables[name];
  const { needed, others } = variableUses(run, shown, isEmpty);
  const section = useRef<HTMLElement>(null);
  if (needed.length + others.length === 0) return null;
  const left = [...needed, ...others].filter(({ variable }) => !fields.values[variable.name]?.trim()).length;
  return (
    <section
      ref={section}
      aria-labelledby="run-variables"
      className="grid gap-3"
      // Whoever leaves the panel is done with it; from one field to the next the pause decides.
      onBlur={({ relatedTarget }) => !section.current?.contains(relatedTarget) && void flush(true)}
    >
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="run-variables" className="text-sm font-semibold">
          {t("title")}
        </h2>
        <p className={left > 0 ? "text-xs text-warning" : "text-xs text-muted"}>{t("left", { count: left })}</p>
      </div>
      {needed.length > 0 && (
        <div className="grid gap-4">
          {others.length > 0 && <h3 className="text-xs text-muted">{t("needed")}</h3>}
          {needed.map((use) => (
            <VariableRow key={use.variable.name} fields={fields} {...use} />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <details className="fold" open={needed.length === 0 || undefined}>
          <summary className="flex items-center py-1 text-xs text-muted">
            {t("others", { count: others.length })}
          </summary>
          <div className="grid gap-4 pt-2">
            {others.map((use) => (
              <VariableRow key={use.variable.name} fields={fields} {...use} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
