import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryView } from "@/features/runbooks/editor/components/history-view";
import { loadHistory } from "@/features/runbooks/editor/loaders";

type Props = {
  params: Promise<{ service: string; file: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const pathOf = async (params: Props["params"]) => {
  const { service, file } = await params;
  return `${decodeURIComponent(service)}/${decodeURIComponent(file)}`;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("editing.history");
  return { title: t("title", { title: await pathOf(params) }) };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const path = await pathOf(params);
  const page = Math.min(Math.max(Number((await searchParams).page) || 1, 1), 10_000);
  return <HistoryView path={path} page={page} {...(await loadHistory(path, page))} />;
}
