import { getTranslations } from "next-intl/server";
import { RenderedComparison } from "@/app/rendered-comparison";
import { PageLink } from "@/components/ui/page-link";
import type { Anchor } from "@/features/runbooks/comparison/anchors";
import { ChangeComments } from "@/features/runbooks/reviewing/components/change-comments";
import { Discussion } from "@/features/runbooks/reviewing/components/discussion";
import { TextDifference } from "@/features/runbooks/reviewing/components/text-difference";
import type { ReviewRound, WholeReview } from "@/features/runbooks/reviewing/schema";
import { threadsElsewhere } from "@/features/runbooks/reviewing/shown-lines";
import { type Thread, threadsOf } from "@/features/runbooks/reviewing/threads";

type Props = {
  review: WholeReview;
  format: "mdx" | "md";
  round: ReviewRound;
  /** The round with which it is compared; null for what was published. */
  since: ReviewRound | null;
  view: "page" | "text";
};

/** What a round changes, as the page shows it or as text, with what was said of each change. */
export async function ReviewDifference({ review, format, round, since, view }: Props) {
  const t = await getTranslations("reviewing");
  const before = since ? since.text : round.baseText;
  const threads = threadsOf(review.comments, { round: round.number, latest: review.round })
    // Between two rounds, the text before is not the one that comments on the old text are about.
    .map((thread) => (since && thread.place?.side === "before" ? { ...thread, place: null } : thread));
  const at = `/reviews/${review.id}?round=${round.number}${since ? `&since=${since.number}` : ""}`;
  const rest = (left: Thread[]) => <Discussion reviewId={review.id} round={round.number} threads={left} />;
  return (
    <section aria-label={t("difference")} className="grid gap-4">
      <nav aria-label={t("view.label")} className="flex gap-5">
        {(["page", "text"] as const).map((one) => (
          <PageLink
            key={one}
            href={one === "text" ? `${at}&view=text` : at}
            aria-current={one === view ? "page" : undefined}
            className="py-1 text-muted underline-offset-4 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {t(`view.${one}`)}
          </PageLink>
        ))}
      </nav>
      {view === "text" ? (
        <>
          <TextDifference
            reviewId={review.id}
            round={round.number}
            before={before ?? ""}
            after={round.text}
            threads={threads}
            writable={since === null}
          />
          {rest(threadsElsewhere(threads, before ?? "", round.text))}
        </>
      ) : (
        <RenderedComparison
          path={review.path}
          format={format}
          before={before}
          after={round.text}
          titles={{
            before: since ? t("round.number", { number: since.number }) : t("published"),
            after: t("proposed"),
          }}
          beside={(anchors) => {
            const place = anchors.find(({ side }) => side === "after" || !since);
            if (!place) return null;
            return (
              <ChangeComments
                reviewId={review.id}
                round={round.number}
                side={place.side === "after" ? "new" : "old"}
                line={place.from}
                threads={threads.filter((thread) => stands(thread, anchors))}
              />
            );
          }}
          end={(anchors) => rest(threads.filter((thread) => !stands(thread, anchors)))}
        />
      )}
    </section>
  );
}

const stands = ({ place }: Thread, anchors: Anchor[]) =>
  place !== null && anchors.some(({ side, from, to }) => side === place.side && from <= place.line && place.line <= to);
