import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { followMove } from "@/features/runbooks/history/loaders";
import { loadBlame } from "@/features/runs/blame/loaders";
import { BlameView } from "@/features/runs/components/blame/blame-view";
import { pathOf, type RunbookParams } from "../path-of";

type Props = { params: RunbookParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("runbookHistory.blame");
  return { title: t("title", { title: await pathOf(params) }) };
}

export default async function BlamePage({ params }: Props) {
  const path = await pathOf(params);
  await followMove(path, "/blame");
  return <BlameView {...(await loadBlame(path))} />;
}
