"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { call } from "@/lib/http/client";
import type { EvidenceView } from "../../evidence/schema";
import type { RunView } from "../../schema";
import { useLiveRun } from "../live/live-run";

type WithdrawButtonProps = {
  item: EvidenceView;
  /** What it is, for its name. */
  what: string;
  /** Whether the step is finished, which wants a reason. */
  finished: boolean;
};

/** Takes evidence back: at once while the step is open, afterwards with a reason. It stays on record, struck through. */
export function WithdrawButton({ item, what, finished }: WithdrawButtonProps) {
  const t = useTranslations("runs.evidence.withdraw");
  const { run, update } = useLiveRun();
  const form = useId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const send = async () => {
    setBusy(true);
    const path = `/api/v1/runs/${run.id}/steps/${encodeURIComponent(item.stepId)}/evidence/${item.id}/withdrawal`;
    const answer = await call<{ run: RunView }>("POST", path, { reason });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.title || t("failed"));
    setAsking(false);
    update(answer.value.run);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        disabled={busy}
        aria-label={t(finished ? "withdrawWhat" : "removeWhat", { what })}
        onClick={() => (finished ? setAsking(true) : void send())}
      >
        {t(finished ? "withdraw" : "remove")}
      </Button>
      {failure && !asking && (
        <span role="alert" className="text-sm text-danger">
          {failure}
        </span>
      )}
      {asking && (
        <Dialog
          open
          onClose={() => setAsking(false)}
          title={t("title")}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
              <Button type="submit" form={form} variant="danger" disabled={busy}>
                {t("withdraw")}
              </Button>
            </>
          }
        >
          <form id={form} onSubmit={submit} className="grid gap-3">
            <p>{t("text")}</p>
            <Field label={t("reason")} required error={failure || undefined}>
              <Input
                data-autofocus
                maxLength={2_000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          </form>
        </Dialog>
      )}
    </>
  );
}
