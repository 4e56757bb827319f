"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { DifferenceView } from "../../editor/components/difference-view";
import type { Review, ReviewRound } from "../schema";
import { useReviewCall } from "./use-review-call";

type Meanwhile = { head: string; merged: string; conflicts: number; keeps: boolean; blob: string | null };
type Props = { review: Review; last: Pick<ReviewRound, "message">; meanwhile: Meanwhile };

/** Somebody published in between: what the text becomes on top of that, and whether an approval still holds. */
export function MeanwhileNotice({ review, last, meanwhile }: Props) {
  const t = useTranslations("reviewing.meanwhile");
  const { head, merged, conflicts, keeps, blob } = meanwhile;
  const { busy, error, send } = useReviewCall(review.id);
  const renew = () =>
    void send("POST", "/rounds", {
      text: merged,
      baseBlob: blob,
      message: last.message,
      expectedVersion: review.version,
    });
  return (
    <Notice tone={keeps ? "info" : "warning"} title={t("title")}>
      <p>{t(keeps ? "keeps" : conflicts > 0 ? "conflicts" : "lapses", { count: conflicts })}</p>
      <details className="mt-2">
        <summary>{t("show")}</summary>
        <DifferenceView before={head} after={merged} label={t("show")} />
      </details>
      {error && <p role="alert">{error}</p>}
      {review.can.revise && conflicts === 0 && (
        <Button size="sm" className="mt-2" disabled={busy} onClick={renew}>
          {t("renew")}
        </Button>
      )}
    </Notice>
  );
}
