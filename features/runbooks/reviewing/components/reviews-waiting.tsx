import { ClipboardCheck, ClipboardPen, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/time";
import type { Review } from "../schema";
import { isUnreviewed } from "./review-row";

/** Reviews that wait for the reader: others' to look at, and their own to finish. Nothing while there are none. */
export function ReviewsWaiting({ toReview, toFinish }: { toReview: Review[]; toFinish: Review[] }) {
  const t = useTranslations("reviewing.waiting");
  if (toReview.length === 0 && toFinish.length === 0) return null;
  const say = (review: Review, own: boolean) => {
    const name = review.decidedBy?.name ?? "";
    if (own) return t(review.state === "approved" ? "approved" : "changes", { name });
    return t(isUnreviewed(review) ? "unreviewed" : "toReview", { name: review.author.name });
  };
  return (
    <section aria-labelledby="reviews-waiting" className="mb-8">
      <h2 id="reviews-waiting" className="mb-2 text-lg font-semibold">
        {t("title")}
      </h2>
      <ul className="rounded border border-accent/40 bg-accent-soft">
        {[...toReview.map((one) => [one, false] as const), ...toFinish.map((one) => [one, true] as const)].map(
          ([review, own]) => (
            <li
              key={review.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2.5 last:border-b-0"
            >
              <Icon review={review} own={own} />
              <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
                {say(review, own)}
                <span className="block text-sm text-muted">
                  {review.path} · <RelativeTime at={review.updatedAt} />
                </span>
              </p>
              <ButtonLink size="sm" variant={own ? "secondary" : "primary"} href={`/reviews/${review.id}`}>
                {t(own ? "see" : "read")}
              </ButtonLink>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function Icon({ review, own }: { review: Review; own: boolean }) {
  if (isUnreviewed(review)) return <TriangleAlert aria-hidden className="size-5 shrink-0 text-warning" />;
  const Shape = own ? ClipboardPen : ClipboardCheck;
  return <Shape aria-hidden className="size-5 shrink-0 text-accent" />;
}
