"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { DateTime } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { type ReviewRule, reviewRules } from "../schema";

/** The rule of one criticality. What somebody else changed meanwhile is shown before it is changed again. */
export function ReviewRuleForm({ rule: first }: { rule: ReviewRule }) {
  const t = useTranslations("reviewing.rules");
  const toast = useToast();
  const [now, setNow] = useState(first);
  const [rule, setRule] = useState(first.rule);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const level = t(`levels.${now.criticality}`);

  const show = (current: ReviewRule) => {
    setNow(current);
    setRule(current.rule);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const body = { rule, expectedVersion: now.version };
    const answer = await call<ReviewRule>("PUT", `/api/v1/review-rules/${now.criticality}`, body);
    setBusy(false);
    if (answer.ok) {
      show(answer.value);
      return toast({ title: t("saved"), tone: "success" });
    }
    if (answer.code === "stale_version") show(answer.details.current as ReviewRule);
    setError(answer.code === "stale_version" ? t("stale") : answer.title);
  };
  return (
    <form
      onSubmit={(event) => void save(event)}
      aria-label={level}
      className="grid items-end gap-3 rounded border border-line bg-surface p-4 md:grid-cols-[10rem_minmax(0,1fr)_auto]"
    >
      <div className="self-center">
        <h2 className="font-semibold">{level}</h2>
        <p className="text-sm text-muted">
          {now.updatedAt && now.updatedBy ? (
            <>
              {now.updatedBy}, <DateTime at={now.updatedAt} style="date" />
            </>
          ) : (
            t("never")
          )}
        </p>
      </div>
      <Field label={t("rule")} error={error ?? undefined}>
        <Select value={rule} onChange={(event) => setRule(event.target.value as typeof rule)}>
          {reviewRules.map((one) => (
            <option key={one} value={one}>
              {t(`rules.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" variant="primary" disabled={busy || rule === now.rule}>
        {t("save")}
      </Button>
    </form>
  );
}
