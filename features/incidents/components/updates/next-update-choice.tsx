"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

export const nextMinutes = [15, 30, 60, 120, 240] as const;
/** `at`: a time of one's own, as its field has it. */
export type NextUpdate = { choice: string; at: string };

/** When the next update is promised: a few usual waits, a time of one's own, or none. */
export function NextUpdateChoice({ value, onChange }: { value: NextUpdate; onChange: (value: NextUpdate) => void }) {
  const t = useTranslations("incidents.updates");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("next")}>
        <Select value={value.choice} onChange={(event) => onChange({ ...value, choice: event.target.value })}>
          {nextMinutes.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes < 60 ? t("inMinutes", { count: minutes }) : t("inHours", { count: minutes / 60 })}
            </option>
          ))}
          <option value="at">{t("atTime")}</option>
          <option value="none">{t("noneNext")}</option>
        </Select>
      </Field>
      {value.choice === "at" && (
        <Field label={t("time")} required>
          <Input
            type="datetime-local"
            value={value.at}
            onChange={(event) => onChange({ ...value, at: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}

/** The instant that a choice means; null for none. */
export function nextInstant({ choice, at }: NextUpdate, now: number): string | null {
  if (choice === "none") return null;
  if (choice !== "at") return new Date(now + Number(choice) * 60_000).toISOString();
  const own = new Date(at);
  return Number.isNaN(own.getTime()) ? null : own.toISOString();
}
