"use client";
import { useTranslations } from "next-intl";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { TriageChoice } from "../../declare/triage";

type TriageChoicesProps = {
  choices: TriageChoice[];
  chosen: string | null;
  onChoose: (choice: TriageChoice | null) => void;
};

const look =
  "flex cursor-pointer items-start gap-3 rounded border border-line bg-surface px-4 py-3 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent";

/** What the service's triage tables say can be seen, as large choices. */
export function TriageChoices({ choices, chosen, onChoose }: TriageChoicesProps) {
  const t = useTranslations("incidents.declare");
  return (
    <fieldset>
      <legend className="mb-2 text-lg font-semibold">{t("whatDoYouSee")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label key={choice.symptom} className={look}>
            <input
              type="radio"
              name="symptom"
              checked={chosen === choice.symptom}
              onChange={() => onChoose(choice)}
              className="mt-1 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="text-lg font-medium wrap-anywhere">{choice.symptom}</span>
                {choice.severity && <SeverityMark severity={choice.severity} />}
              </span>
              <span className="block text-sm text-muted">{choice.action}</span>
            </span>
          </label>
        ))}
        <label className={look}>
          <input
            type="radio"
            name="symptom"
            checked={chosen === null}
            onChange={() => onChoose(null)}
            className="mt-1 accent-accent"
          />
          <span className="text-lg font-medium">{t("otherSymptom")}</span>
        </label>
      </div>
    </fieldset>
  );
}
