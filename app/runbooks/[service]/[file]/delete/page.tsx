import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { DeleteForm } from "@/features/runbooks/history/components/delete-form";
import { followMove, loadDeleting } from "@/features/runbooks/history/loaders";
import { pathOf, type RunbookParams } from "../path-of";

type Props = { params: RunbookParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("runbookHistory.delete");
  return { title: t("title", { title: await pathOf(params) }) };
}

export default async function DeleteRunbookPage({ params }: Props) {
  const path = await pathOf(params);
  await followMove(path, "/delete");
  const t = await getTranslations("runbookHistory.delete");
  const found = await loadDeleting(path);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("title", { title: found.title })}
        eyebrow={<Link href={`/runbooks/${path}`}>{t("back")}</Link>}
        description={t("intro")}
      />
      <DeleteForm {...found} />
    </div>
  );
}
