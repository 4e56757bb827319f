"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { ApprovalGate } from "./use-approval-gate";

/** Going ahead alone: says first where it will be seen, and wants the reason. */
export function OverrideDialog({ gate, onClose }: { gate: ApprovalGate; onClose: () => void }) {
  const t = useTranslations("runs.approval");
  const form = useId();
  const [reason, setReason] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await gate.override(reason)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("overrideTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant="danger" disabled={gate.busy || reason.trim() === ""}>
            {t("overrideDo")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="grid gap-3">
        <Notice tone="warning">{t("overrideText")}</Notice>
        <Field label={t("overrideReason")} required error={gate.error ?? undefined}>
          <Textarea
            rows={3}
            maxLength={2_000}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
