"use client";
import { useTranslations } from "next-intl";
import { SeverityMark } from "@/components/ui/severity-mark";
import { type Severity, severities } from "@/lib/severity";

type SeverityChoiceProps = {
  value: Severity;
  /** Who proposes it; null when a person chose. */
  reason: string | null;
  onChange: (severity: Severity) => void;
};

export function SeverityChoice({ value, reason, onChange }: SeverityChoiceProps) {
  const t = useTranslations("incidents.declare");
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("severity")}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-2">
        {severities.map((severity) => (
          <label
            key={severity}
            className="flex cursor-pointer items-center gap-2 rounded border border-line bg-surface px-3 py-2 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="severity"
              value={severity}
              checked={value === severity}
              onChange={() => onChange(severity)}
              className="accent-accent"
            />
            <SeverityMark severity={severity} />
          </label>
        ))}
      </div>
      <p aria-live="polite" className="mt-1 min-h-5 text-sm text-muted">
        {reason && t("proposed", { reason })}
      </p>
    </fieldset>
  );
}
