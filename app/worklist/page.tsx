import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorklistView } from "@/features/runbooks/worklist/components/worklist-view";
import { loadWorklist } from "@/features/runbooks/worklist/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("worklist"))("title") };
}

export default async function WorklistPage({ searchParams }: Props) {
  return <WorklistView {...(await loadWorklist(await searchParams))} />;
}
