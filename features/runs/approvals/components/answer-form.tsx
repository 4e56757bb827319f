"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useAnswer } from "./use-answer";

type Props = {
  approvalId: string;
  /** Beside the answers. */
  children?: ReactNode;
};

/** Grants or refuses somebody else's request, with a word. */
export function AnswerForm({ approvalId, children }: Props) {
  const t = useTranslations("approvals");
  const [reason, setReason] = useState("");
  const { busy, error, send } = useAnswer();
  const answer = (decision: "grant" | "refuse") => void send(`/approvals/${approvalId}`, { decision, reason });
  return (
    <div className="grid gap-3">
      <Field label={t("word")} hint={t("wordHint")}>
        <Input value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {error && <Notice tone="danger" title={error} live />}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" disabled={busy} onClick={() => answer("grant")}>
          <Check aria-hidden className="size-4" />
          {t("grant")}
        </Button>
        <Button variant="danger" disabled={busy || reason.trim() === ""} onClick={() => answer("refuse")}>
          <X aria-hidden className="size-4" />
          {t("refuse")}
        </Button>
        {children}
      </div>
    </div>
  );
}
