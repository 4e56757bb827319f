import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { loadPostMortemEditor } from "@/features/records/post-mortem/loaders";
import { SharedTextEditor } from "@/features/runbooks/editor/components/editor-loader";
import { inspectPostMortem } from "./preview";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("postMortems.page");
  return { title: t("editTitle", { key: (await params).key.toUpperCase() }) };
}

export default async function EditPostMortemPage({ params }: Props) {
  const t = await getTranslations("postMortems.page");
  const key = (await params).key.toUpperCase();
  const { title, ...start } = await loadPostMortemEditor(key);
  return (
    <>
      <PageHeader
        title={t("editTitle", { key })}
        eyebrow={<Link href={`/incidents/${key}/post-mortem`}>{t("title", { key })}</Link>}
      />
      <SharedTextEditor
        start={{ ...start, defaultMessage: t("message", { key, title }), label: t("title", { key }) }}
        inspect={inspectPostMortem}
      />
    </>
  );
}
