import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { MoveForm } from "@/features/runbooks/history/components/move-form";
import { followMove, loadMoving } from "@/features/runbooks/history/loaders";
import { pathOf, type RunbookParams } from "../path-of";

type Props = { params: RunbookParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("runbookHistory.move");
  return { title: t("title", { title: await pathOf(params) }) };
}

export default async function MoveRunbookPage({ params }: Props) {
  const path = await pathOf(params);
  await followMove(path, "/move");
  const t = await getTranslations("runbookHistory.move");
  const found = await loadMoving(path);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("title", { title: found.title })}
        eyebrow={<Link href={`/runbooks/${path}`}>{t("back")}</Link>}
        description={t("intro")}
      />
      <MoveForm {...found} />
    </div>
  );
}
