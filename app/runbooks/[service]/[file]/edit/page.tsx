import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { RunbookEditor } from "@/features/runbooks/editor/components/editor-loader";
import { loadEditor } from "@/features/runbooks/editor/loaders";
import { titleOf } from "@/features/runbooks/editor/title";
import { followMove } from "@/features/runbooks/history/loaders";
import { pathOf, type RunbookParams } from "../path-of";
import { inspectRunbook } from "./preview";

type Props = {
  params: RunbookParams;
  searchParams: Promise<{ title?: string | string[] }>;
};

async function load({ params, searchParams }: Props) {
  const { title } = await searchParams;
  const path = await pathOf(params);
  // A title says that somebody makes a new runbook, which may take an old path.
  if (title === undefined) await followMove(path, "/edit");
  const start = await loadEditor(path, typeof title === "string" && title.trim() ? title.trim().slice(0, 300) : null);
  return { start, title: titleOf(start.source.text, start.source.path) };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing.edit");
  return { title: t("label") };
}

export default async function EditRunbookPage(props: Props) {
  const t = await getTranslations("editing.edit");
  const { start, title } = await load(props);
  const { path } = start.source;
  return (
    <>
      <PageHeader
        title={t(start.isNew ? "new" : "title", { title })}
        eyebrow={start.isNew ? path : <Link href={`/runbooks/${path}`}>{t("back")}</Link>}
      />
      <RunbookEditor start={start} title={title} inspect={inspectRunbook} />
    </>
  );
}
