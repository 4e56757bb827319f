import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryView } from "@/features/runbooks/history/components/history-view";
import { followMove, loadHistory } from "@/features/runbooks/history/loaders";
import { pathOf, type RunbookParams } from "../path-of";

type Parameters = Record<"page" | "from" | "to", string | string[] | undefined>;
type Props = { params: RunbookParams; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("editing.history");
  return { title: t("title", { title: await pathOf(params) }) };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const path = await pathOf(params);
  await followMove(path, "/history");
  const { page: asked, from, to } = await searchParams;
  const page = Math.min(Math.max(Math.trunc(Number(asked)) || 1, 1), 10_000);
  const picked = { ...(typeof from === "string" && { from }), ...(typeof to === "string" && { to }) };
  return <HistoryView path={path} page={page} picked={picked} {...(await loadHistory(path, page))} />;
}
