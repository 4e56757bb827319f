import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/time";
import type { Review } from "../schema";
import { StateMark } from "./state-mark";

export const isUnreviewed = ({ state, urgentReason, decidedAt }: Review): boolean =>
  state === "published" && urgentReason !== null && decidedAt === null;

/** A request as a line of a list. */
export function ReviewRow({ review }: { review: Review }) {
  const t = useTranslations("reviewing");
  const { id, path, author, round, reviewer, openComments, updatedAt } = review;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <PageLink href={`/reviews/${id}`} className="font-medium wrap-anywhere hover:underline">
          {path}
        </PageLink>
        <p className="text-sm text-muted">
          {t("row.by", { name: author.name })}
          {round > 1 && ` · ${t("round.number", { number: round })}`}
          {reviewer && ` · ${t("row.asked", { name: reviewer.name })}`}
          {openComments > 0 && ` · ${t("row.comments", { count: openComments })}`} · <RelativeTime at={updatedAt} />
        </p>
      </div>
      <StateMark state={review.state} unreviewed={isUnreviewed(review)} />
    </li>
  );
}
