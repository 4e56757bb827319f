"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useReviewCall } from "./use-review-call";

type Props = {
  reviewId: string;
  label: string;
  /** What the comment is about, or which one it corrects. */
  about:
    | { side: "old" | "new" | null; line: number | null; round: number }
    | { parentId: string }
    | { correct: string };
  initial?: string;
  autoFocus?: boolean;
  onDone?: () => void;
  onCancel?: () => void;
};

/** A comment being written. It is cleared only when it was taken; Ctrl Enter sends it. */
export function CommentForm({ reviewId, label, about, initial = "", autoFocus, onDone, onCancel }: Props) {
  const t = useTranslations("reviewing");
  const [body, setBody] = useState(initial);
  const id = useRef(uuidv7());
  const { busy, error, send } = useReviewCall(reviewId);
  const ready = body.trim() !== "" && !busy;

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!ready) return;
    const done =
      "correct" in about
        ? await send("PATCH", `/comments/${about.correct}`, { body })
        : await send("POST", "/comments", { ...about, id: id.current, body });
    if (!done) return;
    id.current = uuidv7();
    setBody("");
    onDone?.();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-2">
      <Field label={label}>
        <Textarea
          rows={2}
          value={body}
          maxLength={10_000}
          autoFocus={autoFocus}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void submit();
            if (event.key === "Escape" && body === initial) onCancel?.();
          }}
        />
      </Field>
      {error && <Notice tone="danger" title={error} live />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" disabled={!ready}>
          {t("comment.send")}
        </Button>
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            {t("comment.cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
