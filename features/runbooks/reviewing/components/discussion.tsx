"use client";
import { useTranslations } from "next-intl";
import type { Thread } from "../threads";
import { CommentForm } from "./comment-form";
import { ThreadView } from "./thread";

type Props = { reviewId: string; round: number; threads: Thread[] };

/** What was said of the whole, and of places that the difference does not show. */
export function Discussion({ reviewId, round, threads }: Props) {
  const t = useTranslations("reviewing");
  return (
    <section aria-labelledby="discussion" className="grid gap-3">
      <h2 id="discussion" className="text-lg font-semibold">
        {t("discussion")}
      </h2>
      {threads.map((thread) => (
        <ThreadView key={thread.root.id} reviewId={reviewId} thread={thread} />
      ))}
      <CommentForm reviewId={reviewId} label={t("comment.onAll")} about={{ side: null, line: null, round }} />
    </section>
  );
}
