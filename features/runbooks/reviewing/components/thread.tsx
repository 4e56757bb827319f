"use client";
import { CircleCheck, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import type { ReviewComment } from "../schema";
import { isOpen, type Thread } from "../threads";
import { CommentForm } from "./comment-form";
import { Said } from "./said";
import { useReviewCall } from "./use-review-call";

/** A comment with its answers. One that was settled is folded to a line. */
export function ThreadView({ reviewId, thread }: { reviewId: string; thread: Thread }) {
  const t = useTranslations("reviewing");
  const { root, replies, place } = thread;
  const [replying, setReplying] = useState(false);
  const { busy, error, send } = useReviewCall(reviewId);
  const open = isOpen(thread);
  const resolve = () => void send("POST", `/comments/${root.id}/resolution`, { resolved: root.resolvedAt === null });
  const where = place
    ? t(place.side === "before" ? "comment.onOldLine" : "comment.onLine", { line: place.line })
    : root.line === null
      ? t("comment.onWhole")
      : t("comment.onRound", { line: root.line, round: root.round });

  const body = (
    <div className="grid gap-3 px-3 pb-3">
      <CommentView reviewId={reviewId} comment={root} />
      {replies.length > 0 && (
        <div className="grid gap-3 border-l border-line pl-3">
          {replies.map((reply) => (
            <CommentView key={reply.id} reviewId={reviewId} comment={reply} />
          ))}
        </div>
      )}
      {error && <Notice tone="danger" title={error} live />}
      {replying ? (
        <CommentForm
          reviewId={reviewId}
          label={t("comment.reply")}
          about={{ parentId: root.id }}
          autoFocus
          onDone={() => setReplying(false)}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setReplying(true)}>
            {t("comment.reply")}
          </Button>
          {root.retractedAt === null && (
            <Button size="sm" variant="ghost" disabled={busy} onClick={resolve}>
              <CircleCheck aria-hidden className="size-4" />
              {root.resolvedAt ? t("comment.reopen") : t("comment.resolve")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
  const title = (
    <>
      {open ? (
        <MessageSquare aria-hidden className="size-4 shrink-0 text-accent" />
      ) : (
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
      )}
      <span className="inline-block wrap-anywhere first-letter:uppercase">
        {where}
        {place && !place.kept && <span className="text-warning"> · {t("comment.changedSince")}</span>}
        {root.resolvedBy && <span> · {t("comment.resolvedBy", { name: root.resolvedBy })}</span>}
      </span>
    </>
  );
  const look = classes("rounded border bg-surface text-base", open ? "border-accent/50" : "border-line");
  if (open) {
    return (
      <section id={`comment-${root.id}`} aria-label={where} className={look}>
        <h3 className="flex items-center gap-2 px-3 py-2 text-sm font-medium">{title}</h3>
        {body}
      </section>
    );
  }
  return (
    <details id={`comment-${root.id}`} className={look}>
      <summary className="px-3 py-2 text-sm text-muted">
        <span className="inline-flex items-center gap-2 align-middle">{title}</span>
      </summary>
      {body}
    </details>
  );
}

function CommentView({ reviewId, comment }: { reviewId: string; comment: ReviewComment }) {
  const t = useTranslations("reviewing");
  const [editing, setEditing] = useState(false);
  const { busy, error, send } = useReviewCall(reviewId);
  const { id, author, body, createdAt, editedAt, retractedAt, earlier, mine } = comment;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <span className="font-semibold text-ink">{author.name}</span>
        <RelativeTime at={createdAt} />
        {editedAt && !retractedAt && <span>{t("comment.edited")}</span>}
      </p>
      {retractedAt ? (
        <p className="text-muted italic">{t("comment.retracted")}</p>
      ) : editing ? (
        <CommentForm
          reviewId={reviewId}
          label={t("comment.correct")}
          about={{ correct: id }}
          initial={body}
          autoFocus
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Said text={body} />
      )}
      {earlier.length > 0 && (
        <details className="text-sm text-muted">
          <summary>{t("comment.earlier", { count: earlier.length })}</summary>
          <ol className="mt-1 grid gap-2 border-l border-line pl-3">
            {earlier.map((one) => (
              <li key={one.at}>
                <Said text={one.body} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {error && <Notice tone="danger" title={error} live />}
      {mine && !retractedAt && !editing && (
        <p className="flex gap-3 text-sm">
          <button type="button" className="text-accent underline" onClick={() => setEditing(true)}>
            {t("comment.correct")}
          </button>
          <button
            type="button"
            className="text-accent underline"
            disabled={busy}
            onClick={() => void send("POST", `/comments/${id}/retraction`, {})}
          >
            {t("comment.retract")}
          </button>
        </p>
      )}
    </div>
  );
}
