"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { DateTime } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { approvalScopes } from "../approval";
import { type ApprovalRule, timeoutBounds } from "../schema";

/** The rule of one criticality. What somebody else changed meanwhile is shown before it is changed again. */
export function RuleForm({ rule: first }: { rule: ApprovalRule }) {
  const t = useTranslations("approvalRules");
  const toast = useToast();
  const [rule, setRule] = useState(first);
  const [scope, setScope] = useState(first.scope);
  const [minutes, setMinutes] = useState(String(first.timeout / 60));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const timeout = Math.round(Number(minutes.replace(",", ".")) * 60);
  const valid = timeout >= timeoutBounds.least && timeout <= timeoutBounds.most;
  const changed = scope !== rule.scope || timeout !== rule.timeout;
  const criticality = t(`levels.${rule.criticality}`);

  const show = (now: ApprovalRule) => {
    setRule(now);
    setScope(now.scope);
    setMinutes(String(now.timeout / 60));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const body = { scope, timeout, expectedVersion: rule.version };
    const answer = await call<ApprovalRule>("PUT", `/api/v1/approval-rules/${rule.criticality}`, body);
    setBusy(false);
    if (answer.ok) {
      show(answer.value);
      return toast({ title: t("saved"), tone: "success" });
    }
    if (answer.code === "stale_version") show(answer.details.current as ApprovalRule);
    setError(answer.code === "stale_version" ? t("stale") : answer.title);
  };
  return (
    <form
      onSubmit={(event) => void save(event)}
      aria-label={criticality}
      className="grid items-end gap-3 rounded border border-line bg-surface p-4 md:grid-cols-[8rem_minmax(0,1fr)_11rem_auto]"
    >
      <div className="self-center">
        <h2 className="font-semibold">{criticality}</h2>
        <p className="text-sm text-muted">
          {rule.updatedAt && rule.updatedBy ? (
            <>
              {rule.updatedBy}, <DateTime at={rule.updatedAt} style="date" />
            </>
          ) : (
            t("never")
          )}
        </p>
      </div>
      <Field label={t("scope")} error={error ?? undefined}>
        <Select value={scope} onChange={(event) => setScope(event.target.value as typeof scope)}>
          {approvalScopes.map((one) => (
            <option key={one} value={one}>
              {t(`scopes.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("timeout")}>
        <Input
          type="number"
          inputMode="decimal"
          min={timeoutBounds.least / 60}
          max={timeoutBounds.most / 60}
          value={minutes}
          disabled={scope === "never"}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" disabled={busy || !valid || !changed}>
        {t("save")}
      </Button>
    </form>
  );
}
