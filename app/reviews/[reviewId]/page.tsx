import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/time";
import { DecisionBox } from "@/features/runbooks/reviewing/components/decision-box";
import { LiveReview } from "@/features/runbooks/reviewing/components/live-review";
import { MeanwhileNotice } from "@/features/runbooks/reviewing/components/meanwhile-notice";
import { isUnreviewed } from "@/features/runbooks/reviewing/components/review-row";
import { RoundList } from "@/features/runbooks/reviewing/components/round-list";
import { Said } from "@/features/runbooks/reviewing/components/said";
import { StateMark } from "@/features/runbooks/reviewing/components/state-mark";
import { loadReview } from "@/features/runbooks/reviewing/loaders";
import { ReviewDifference } from "./review-difference";

type Props = {
  params: Promise<{ reviewId: string }>;
  searchParams: Promise<Partial<Record<"round" | "since" | "view", string | string[]>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviewing"))("one") };
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const t = await getTranslations("reviewing");
  const { review, format, meanwhile } = await loadReview((await params).reviewId);
  const asked = await searchParams;
  const round = review.rounds.find(({ number }) => number === Number(asked.round)) ?? review.rounds.at(-1);
  const since = review.rounds.find(({ number }) => number === Number(asked.since) && number < (round?.number ?? 0));
  const view = asked.view === "text" ? "text" : "page";
  const { author, reviewer, path, note, urgentReason } = review;
  if (!round) return null;
  return (
    <div className="mx-auto max-w-6xl">
      <LiveReview reviewId={review.id} />
      <PageHeader
        title={t("of", { path })}
        eyebrow={<PageLink href="/reviews">{t("title")}</PageLink>}
        description={
          <>
            {t("row.by", { name: author.name })}
            {reviewer && ` · ${t("row.asked", { name: reviewer.name })}`} · <RelativeTime at={review.createdAt} /> ·{" "}
            <PageLink href={`/runbooks/${path}`} className="underline">
              {t("runbook")}
            </PageLink>
          </>
        }
        actions={<StateMark state={review.state} unreviewed={isUnreviewed(review)} />}
      />
      <div className="grid gap-4">
        {note && <Said text={note} />}
        {urgentReason && (
          <Notice
            tone={isUnreviewed(review) ? "warning" : "info"}
            title={t("urgent.was", { incident: review.incident ?? "" })}
          >
            {urgentReason}
          </Notice>
        )}
        <RoundList review={review} round={round.number} since={since?.number ?? null} view={view} />
        {meanwhile && <MeanwhileNotice review={review} last={round} meanwhile={meanwhile} />}
        <ReviewDifference review={review} format={format} round={round} since={since ?? null} view={view} />
        <DecisionBox review={review} lapsed={meanwhile !== null && !meanwhile.keeps} />
      </div>
    </div>
  );
}
