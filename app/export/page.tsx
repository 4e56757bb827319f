import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportChoices } from "@/features/runbooks/export/components/export-choices";
import { loadExportOffer } from "@/features/runbooks/export/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports.page"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExportPage({ searchParams }: Props) {
  return <ExportChoices {...(await loadExportOffer(await searchParams))} />;
}
