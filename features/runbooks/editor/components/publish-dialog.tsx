"use client";
import { useState } from "react";
import { call } from "@/lib/http/client";
import type { Problem } from "../../artifact";
import type { ByHand, Conflict, Published } from "../../publishing/schema";
import { type ReviewNeeded, ReviewSection } from "../../reviewing/components/review-section";
import { AnsweredTicks } from "../../suggestions/components/answered-ticks";
import type { ListedSuggestion } from "../../suggestions/schema";
import { PublishFrame } from "./publish-frame";
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
  const errorText = useErrorText();
  const [answers, setAnswers] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [needed, setNeeded] = useState<ReviewNeeded | null>(null);
  const invalid = problems.some((problem) => problem.severity === "error");

  const publish = async (message: string, urgent?: { reason: string }) => {
    setBusy(true);
    setError(null);
    const result = await call<Published>("PUT", `/api/v1/runbooks/${path}`, { ...work, message, answers, urgent });
    setBusy(false);
    if (result.ok) return onPublished(result.value);
    const { code, details } = result;
    if (code === "stale_base" || code === "path_taken") return onRefused({ code, conflict: details as Conflict });
    if (code === "worktree_changed") return onRefused({ code, byHand: details as ByHand });
    if (code === "review_required") return setNeeded(details as ReviewNeeded);
    setError(typeof details.why === "string" ? `${errorText(code)} (${details.why})` : errorText(code));
  };

  return (
    <PublishFrame
      published={published}
      text={work.text}
      invalid={invalid}
      defaultMessage={defaultMessage}
      newFile={newFile}
      error={error}
      busy={busy}
      onPublish={(message) => void publish(message)}
      onClose={onClose}
    >
      {({ message, ready }) => (
        <>
          <AnsweredTicks suggestions={suggestions} ticked={answers} onTick={setAnswers} />
          <ReviewSection
            proposal={{ path, text: work.text, baseBlob: work.baseBlob, message, answers }}
            disabled={!ready}
            needed={needed}
            onUrgent={(reason) => void publish(message, { reason })}
          />
        </>
      )}
    </PublishFrame>
  );
}
