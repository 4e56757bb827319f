"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = { incident: string; disabled: boolean; onUrgent: (reason: string) => void };

/** Publishing without a review, with a reason: folded, because it is the exception. */
export function UrgentForm({ incident, disabled, onUrgent }: Props) {
  const t = useTranslations("reviewing.urgent");
  const [reason, setReason] = useState("");
  return (
    <details className="rounded border border-warning/50 px-3">
      <summary className="py-2 font-medium text-warning">{t("title")}</summary>
      <div className="grid gap-2 pb-3">
        <Field label={t("reason")} hint={t("hint", { incident })}>
          <Input value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Button
          variant="danger"
          className="justify-self-start"
          disabled={disabled || reason.trim() === ""}
          onClick={() => onUrgent(reason)}
        >
          {t("confirm")}
        </Button>
      </div>
    </details>
  );
}
