"use client";
import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Thread } from "../threads";
import { CommentForm } from "./comment-form";
import { ThreadView } from "./thread";

type Props = {
  reviewId: string;
  round: number;
  /** Where a new comment goes. */
  side: "old" | "new";
  line: number;
  threads: Thread[];
};

/** Under a change: what was said of it, and the way to say something. */
export function ChangeComments({ reviewId, round, side, line, threads }: Props) {
  const t = useTranslations("reviewing");
  const [writing, setWriting] = useState(false);
  const name = t(side === "old" ? "comment.onOldLine" : "comment.onLine", { line });
  return (
    <div className="mt-2 grid gap-2">
      {threads.map((thread) => (
        <ThreadView key={thread.root.id} reviewId={reviewId} thread={thread} />
      ))}
      {writing ? (
        <div className="rounded border border-line bg-surface p-3">
          <CommentForm
            reviewId={reviewId}
            label={t("comment.new", { where: name })}
            about={{ side, line, round }}
            autoFocus
            onDone={() => setWriting(false)}
            onCancel={() => setWriting(false)}
          />
        </div>
      ) : (
        <Button
          size="sm"
          variant="ghost"
          data-comment
          className="justify-self-start text-muted"
          aria-label={t("comment.new", { where: name })}
          onClick={() => setWriting(true)}
        >
          <MessageSquarePlus aria-hidden className="size-4" />
          {t("comment.write")}
        </Button>
      )}
    </div>
  );
}
