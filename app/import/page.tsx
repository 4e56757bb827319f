import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { inspectRunbook } from "@/app/runbooks/[service]/[file]/edit/preview";
import { PageHeader } from "@/components/ui/page-header";
import { RunbookImport } from "@/features/runbooks/import/components/import-loader";
import { loadImport } from "@/features/runbooks/import/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runbookImport"))("title") };
}

export default async function ImportPage() {
  const t = await getTranslations("runbookImport");
  const start = await loadImport();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        eyebrow={<Link href="/runbooks">{t("runbooks")}</Link>}
      />
      <RunbookImport start={start} inspect={inspectRunbook} />
    </>
  );
}
