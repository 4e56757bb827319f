"use client";
import { ClipboardCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RequestReview } from "../schema";
import { AskForm } from "./ask-form";
import { UrgentForm } from "./urgent-form";

/** What the details of `review_required` hold. */
export type ReviewNeeded = { criticality: string; reviewId: string | null; incident: string | null };

type Props = {
  proposal: Pick<RequestReview, "path" | "text" | "baseBlob" | "message" | "answers">;
  disabled: boolean;
  /** Set once publishing was refused without a review. */
  needed: ReviewNeeded | null;
  onUrgent: (reason: string) => void;
};

/** In the publish dialog: the way to another editor's word; and past it, where the incident cannot wait. */
export function ReviewSection({ proposal, disabled, needed, onUrgent }: Props) {
  const t = useTranslations("reviewing");
  const [asking, setAsking] = useState(false);
  if (!asking && !needed) {
    return (
      <Button className="justify-self-start" disabled={disabled} onClick={() => setAsking(true)}>
        <ClipboardCheck aria-hidden className="size-4" />
        {t("ask.open")}…
      </Button>
    );
  }
  return (
    <section aria-label={t("ask.title")} className="grid gap-3 rounded border border-line bg-canvas p-3">
      {needed && <Notice tone="warning" title={t("ask.needed")} live />}
      <AskForm proposal={proposal} disabled={disabled} />
      {needed?.incident && <UrgentForm incident={needed.incident} disabled={disabled} onUrgent={onUrgent} />}
    </section>
  );
}
