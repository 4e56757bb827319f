import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PostMortemRow } from "@/features/runbooks/documents/components/post-mortem-row";
import { loadPostMortems } from "@/features/runbooks/documents/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("postMortems"))("title") };
}

export default async function PostMortemsPage({ searchParams }: Props) {
  const t = await getTranslations("postMortems");
  const { service } = await searchParams;
  const chosen = typeof service === "string" && service !== "" ? service : null;
  const { postMortems, services, total } = await loadPostMortems(chosen);
  const look = (here: boolean) => (here ? "font-semibold text-ink" : "text-accent underline");
  return (
    <>
      <PageHeader title={t("title")} description={`${t("description")} ${t("count", { count: total })}.`} />
      {services.length > 1 && (
        <nav aria-label={t("service")} className="mb-4 flex flex-wrap gap-x-4 gap-y-2">
          <Link href="/postmortems" aria-current={chosen ? undefined : "page"} className={look(!chosen)}>
            {t("all")}
          </Link>
          {services.map((name) => (
            <Link
              key={name}
              href={`/postmortems?service=${encodeURIComponent(name)}`}
              aria-current={chosen === name ? "page" : undefined}
              className={look(chosen === name)}
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      {postMortems.length > 0 ? (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {postMortems.map((one) => (
            <PostMortemRow key={one.path} {...one} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      )}
    </>
  );
}
