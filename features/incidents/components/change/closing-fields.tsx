"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ClosingRequirement } from "../../incident-schema";

type Closing = { rootCause: string; notStable: string; noFollowUps: string; override: boolean };

/** What closing wants, each with the place to give it or to say why not. */
export function ClosingFields({
  missing,
  value,
  onChange,
}: {
  missing: ClosingRequirement[];
  value: Closing;
  onChange: (value: Closing) => void;
}) {
  const t = useTranslations("incidents.closing");
  const set = (part: Partial<Closing>) => onChange({ ...value, ...part });
  return (
    <div className="grid gap-3">
      {missing.length > 0 && (
        <div>
          <p className="text-sm font-medium">{t("missing")}</p>
          <ul className="list-disc pl-5 text-sm text-muted">
            {missing.map((requirement) => (
              <li key={requirement}>{t(requirement)}</li>
            ))}
          </ul>
        </div>
      )}
      {missing.includes("root_cause") && (
        <Field label={t("rootCause")}>
          <Textarea rows={2} value={value.rootCause} onChange={(event) => set({ rootCause: event.target.value })} />
        </Field>
      )}
      {missing.includes("stable") && (
        <Field label={t("notStable")}>
          <Input value={value.notStable} onChange={(event) => set({ notStable: event.target.value })} />
        </Field>
      )}
      {missing.includes("follow_ups") && (
        <Field label={t("noFollowUps")}>
          <Input value={value.noFollowUps} onChange={(event) => set({ noFollowUps: event.target.value })} />
        </Field>
      )}
      {missing.length > 0 && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={value.override}
            onChange={(event) => set({ override: event.target.checked })}
            className="mt-1 accent-accent"
          />
          <span>
            {t("override")}
            <span className="block text-sm text-muted">{t("overrideHint")}</span>
          </span>
        </label>
      )}
    </div>
  );
}
