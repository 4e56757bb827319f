"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { call } from "@/lib/http/client";
import type { Problem } from "../../artifact";
import type { ByHand, Conflict, Published } from "../../publishing/schema";
import { AnsweredTicks } from "../../suggestions/components/answered-ticks";
import type { ListedSuggestion } from "../../suggestions/schema";
import { difference } from "../difference";
import { DifferenceView } from "./difference-view";
import { useErrorText } from "./use-error-text";

export type Refusal =
  | { code: "stale_base" | "path_taken"; conflict: Conflict }
  | { code: "worktree_changed"; byHand: ByHand };

type Props = {
  path: string;
  /** What is published now; empty for a new runbook. */
  published: string;
  work: { text: string; baseBlob: string | null; adoptBlob: string | null };
  problems: Problem[];
  defaultMessage: string;
  newFile: string | null;
  /** Open ones of this runbook. */
  suggestions: ListedSuggestion[];
  onClose: () => void;
  onPublished: (published: Published) => void;
  onRefused: (refusal: Refusal) => void;
};

/** The difference first, then a message, then one button. */
export function PublishDialog(props: Props) {
  const { path, published, work, problems, defaultMessage, newFile, suggestions, onClose, onPublished, onRefused } =
    props;
  const t = useTranslations("editing.publish");
  const errorText = useErrorText();
  const [message, setMessage] = useState(defaultMessage);
  const [answers, setAnswers] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const invalid = problems.some((problem) => problem.severity === "error");
  const nothing = work.text === published;
  const { added, removed } = difference(published, work.text);

  const publish = async () => {
    setBusy(true);
    setError(null);
    const result = await call<Published>("PUT", `/api/v1/runbooks/${path}`, { ...work, message, answers });
    setBusy(false);
    if (result.ok) return onPublished(result.value);
    const { code, details } = result;
    if (code === "stale_base" || code === "path_taken") return onRefused({ code, conflict: details as Conflict });
    if (code === "worktree_changed") return onRefused({ code, byHand: details as ByHand });
    setError(typeof details.why === "string" ? `${errorText(code)} (${details.why})` : errorText(code));
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      size="xl"
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" onClick={publish} disabled={busy || invalid || nothing || message.trim() === ""}>
            {busy ? t("publishing") : t("confirm")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {invalid && <Notice tone="danger" title={t("invalid")} />}
        {error && (
          <Notice tone="danger" title={error} live>
            {t("safe")}
          </Notice>
        )}
        <Field label={t("message")} hint={t("messageHint")} required>
          <Textarea
            rows={2}
            value={message}
            maxLength={2_000}
            onChange={(event) => setMessage(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !busy && !invalid && !nothing)
                void publish();
            }}
          />
        </Field>
        <AnsweredTicks suggestions={suggestions} ticked={answers} onTick={setAnswers} />
        <div className="grid gap-2">
          <p className="text-muted">
            {newFile ? t("newFile", { file: newFile }) : nothing ? t("nothing") : t("summary", { added, removed })}
          </p>
          <DifferenceView before={published} after={work.text} />
        </div>
      </div>
    </Dialog>
  );
}
