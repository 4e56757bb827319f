"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { call } from "@/lib/http/client";
import type { ListedSuggestion, Suggestion } from "../schema";

/** Adopted, or declined with a reason that its author will read. */
export function SuggestionAnswer({ suggestion, onClosed }: { suggestion: ListedSuggestion; onClosed: () => void }) {
  const t = useTranslations("editing.suggestions");
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const close = async (decision: "adopt" | "decline") => {
    setBusy(true);
    setError(null);
    const body = { decision, reason, expectedVersion: suggestion.version };
    const answer = await call<Suggestion>("POST", `/api/v1/suggestions/${suggestion.id}`, body);
    setBusy(false);
    if (answer.ok || answer.code === "suggestion_settled") return onClosed();
    setError(answer.code === "offline" ? t("failed") : answer.title);
  };
  if (!declining) {
    return (
      <>
        <Button size="sm" disabled={busy} onClick={() => void close("adopt")}>
          {t("adopt")}
        </Button>
        <Button size="sm" variant="ghost" disabled={busy} onClick={() => setDeclining(true)}>
          {t("decline")}
        </Button>
        {error && (
          <span role="alert" className="text-sm text-danger">
            {error}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      <Field label={t("reason")} hint={t("reasonHint")} error={error ?? undefined} className="min-w-0 flex-1 basis-64">
        <Input value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button size="sm" variant="danger" disabled={busy || reason.trim() === ""} onClick={() => void close("decline")}>
        {t("declineDo")}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setDeclining(false)}>
        {t("cancel")}
      </Button>
    </>
  );
}
