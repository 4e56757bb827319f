import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import { ReviewRow } from "@/features/runbooks/reviewing/components/review-row";
import { loadReviews } from "@/features/runbooks/reviewing/loaders";
import { reviewLists } from "@/features/runbooks/reviewing/schema";

type Props = { searchParams: Promise<{ show?: string | string[]; page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviewing"))("title") };
}

export default async function ReviewsPage({ searchParams }: Props) {
  const t = await getTranslations("reviewing");
  const asked = await searchParams;
  const page = Math.min(Math.max(Math.trunc(Number(asked.page)) || 1, 1), 1_000);
  const { show, reviews, more } = await loadReviews({ show: String(asked.show ?? ""), page });
  const href = (to: number) => `/reviews?show=${show}&page=${to}`;
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("title")} description={t("description")} />
      <nav aria-label={t("lists")} className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
        {reviewLists.map((one) => (
          <PageLink
            key={one}
            href={`/reviews?show=${one}`}
            aria-current={one === show ? "page" : undefined}
            className="py-1 text-muted underline-offset-4 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {t(`list.${one}`)}
          </PageLink>
        ))}
      </nav>
      {reviews.length === 0 ? (
        <EmptyState title={t(`empty.${show}`)}>{t("emptyHint")}</EmptyState>
      ) : (
        <ul className="rounded border border-line bg-surface">
          {reviews.map((review) => (
            <ReviewRow key={review.id} review={review} />
          ))}
        </ul>
      )}
      <div className="mt-4 flex justify-between">
        <span>{page > 1 && <ButtonLink href={href(page - 1)}>{t("earlierPage")}</ButtonLink>}</span>
        {more && <ButtonLink href={href(page + 1)}>{t("nextPage")}</ButtonLink>}
      </div>
    </div>
  );
}
