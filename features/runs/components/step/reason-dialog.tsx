"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useLiveRun } from "../live/live-run";

type ReasonDialogProps = {
  kind: "skip" | "reopen" | "take_over" | "recovered" | "completed" | "escalated" | "abandoned";
  /** The target to type back, for taking up an irreversible step. */
  confirm?: string | null;
  onClose: () => void;
  /** @returns whether it was recorded; the dialog says what went wrong and keeps the text */
  onReason: (reason: string, confirm: string | undefined) => Promise<boolean>;
};

const optional = new Set(["completed", "escalated"]);

/** Asks why, before something that the record should explain. */
export function ReasonDialog({ kind, confirm = null, onClose, onReason }: ReasonDialogProps) {
  const t = useTranslations("runs.reason");
  const { busy, refused } = useLiveRun();
  const form = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // After the dialog has opened, which puts the focus on its first button.
  useEffect(() => field.current?.focus(), []);
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const required = !optional.has(kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onReason(reason, typed || undefined);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${kind}.title`)}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" disabled={busy}>
            {t(`${kind}.do`)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field label={t(`${kind}.label`)} required={required} error={refused?.late ? undefined : refused?.title}>
          <Textarea ref={field} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {confirm && (
          <Field label={t("confirm", { target: confirm })} required>
            <Input value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
