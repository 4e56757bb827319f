import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReplayView } from "@/features/incidents/components/replay/replay-view";
import type { SearchParams } from "@/features/incidents/loaders";
import { loadReplay } from "@/features/incidents/replay/loaders";

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("incidents.past.replay");
  return { title: `${t("title")} · ${(await params).key.toUpperCase()}` };
}

export default async function ReplayPage({ params, searchParams }: Props) {
  const { at, basis } = await searchParams;
  return <ReplayView {...(await loadReplay((await params).key))} at={String(at ?? "")} basis={String(basis ?? "")} />;
}
