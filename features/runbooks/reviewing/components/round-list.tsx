import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/time";
import type { WholeReview } from "../schema";
import { Said } from "./said";
import { StateMark } from "./state-mark";

type Props = { review: WholeReview; round: number; since: number | null; view: "page" | "text" };

/** The rounds with what was decided on each, and the way to each of them and to what changed since the one before. */
export function RoundList({ review, round, since, view }: Props) {
  const t = useTranslations("reviewing.round");
  const href = (number: number, from: number | null) =>
    `/reviews/${review.id}?round=${number}${from === null ? "" : `&since=${from}`}${view === "text" ? "&view=text" : ""}`;
  return (
    <ol aria-label={t("all")} className="divide-y divide-line rounded border border-line bg-surface">
      {review.rounds.map((one) => (
        <li key={one.number} className="grid gap-1 px-3 py-2 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PageLink
              href={href(one.number, null)}
              aria-current={one.number === round && since === null ? "true" : undefined}
              className="font-medium aria-[current]:text-accent hover:underline"
            >
              {t("number", { number: one.number })}
            </PageLink>
            <span className="text-muted">
              {one.message} · <RelativeTime at={one.createdAt} />
            </span>
            {one.decision && <StateMark state={one.decision} />}
            {one.decidedBy && <span className="text-muted">{one.decidedBy}</span>}
            {one.number > 1 && (
              <PageLink
                href={href(one.number, one.number - 1)}
                aria-current={one.number === round && since === one.number - 1 ? "true" : undefined}
                className="text-accent underline aria-[current]:font-semibold"
              >
                {t("since", { number: one.number - 1 })}
              </PageLink>
            )}
          </p>
          {one.decisionNote && <Said text={one.decisionNote} />}
        </li>
      ))}
    </ol>
  );
}
