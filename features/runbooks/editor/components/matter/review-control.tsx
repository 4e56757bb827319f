"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useTicking } from "@/components/ui/now";
import { CalendarDay } from "@/components/ui/time";
import { parseDuration } from "../../../duration";
import { reviewOf } from "../../../review";

type Props = {
  reviewed: string;
  reviewEvery: string;
  errors: { reviewed: string | null; reviewEvery: string | null };
  onReviewed: (day: string) => void;
  onEvery: (duration: string) => void;
};

/** When somebody vouched for it, how often somebody has to, and the day that follows from both. */
export function ReviewControl({ reviewed, reviewEvery, errors, onReviewed, onEvery }: Props) {
  const t = useTranslations("editing.around.matter");
  const now = useTicking("minute");
  const readable = /^\d{4}-\d{2}-\d{2}$/.test(reviewed) && !errors.reviewed;
  const every = parseDuration(reviewEvery);
  const due = readable && every !== null ? reviewOf({ reviewed, reviewEvery: every }, new Date(now)) : null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("keys.reviewed")} error={errors.reviewed}>
        <Input type="date" value={reviewed} onChange={(event) => onReviewed(event.target.value)} />
      </Field>
      <Field label={t("keys.reviewEvery")} hint={t("hints.reviewEvery")} error={errors.reviewEvery}>
        <Input
          className="font-mono text-sm"
          autoComplete="off"
          value={reviewEvery}
          onChange={(event) => onEvery(event.target.value)}
        />
      </Field>
      {due?.dueOn && (
        <p
          className={
            due.overdueSince ? "text-sm font-medium text-warning sm:col-span-2" : "text-sm text-muted sm:col-span-2"
          }
        >
          {t.rich(due.overdueSince ? "overdue" : "due", { day: () => <CalendarDay day={due.dueOn ?? ""} /> })}
        </p>
      )}
    </div>
  );
}
