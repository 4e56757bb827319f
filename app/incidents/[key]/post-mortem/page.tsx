import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PostMortemDocument } from "@/app/postmortems/document";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DraftButton } from "@/features/records/components/draft-button";
import { loadPostMortem } from "@/features/records/post-mortem/loaders";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Post-mortem · ${(await params).key.toUpperCase()}` };
}

export default async function PostMortemPage({ params }: Props) {
  const t = await getTranslations("postMortems.page");
  const { incident, postMortem, artifact, isPublished, isChanged, mayWrite, mayDraft } = await loadPostMortem(
    (await params).key,
  );
  const { key, title } = incident;
  const edit = `/incidents/${key}/post-mortem/edit`;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={<Link href={`/incidents/${key}`}>{t("back", { key })}</Link>}
        description={t("title", { key })}
        actions={postMortem && mayWrite && <ButtonLink href={edit}>{t("edit")}</ButtonLink>}
      />
      {postMortem ? (
        <>
          <p className="mb-6 flex flex-wrap gap-x-4 text-muted print:hidden">
            <span>{t("draftState", { version: postMortem.version, name: postMortem.updatedBy.name })}</span>
            {isPublished ? (
              <Link className="text-accent underline" href={`/${postMortem.path}`}>
                {t("publishedAs", { path: postMortem.path })}
              </Link>
            ) : (
              <span>{t("unpublished")}</span>
            )}
            {isChanged && <span>{t("changed")}</span>}
          </p>
          {artifact ? <PostMortemDocument artifact={artifact} /> : <Notice tone="warning" title={t("broken")} />}
        </>
      ) : (
        <EmptyState title={t("none")} action={mayDraft && <DraftButton incidentKey={key} />}>
          {t("noneBody")} {!mayWrite ? t("write") : mayDraft ? "" : t("early")}
        </EmptyState>
      )}
    </>
  );
}
