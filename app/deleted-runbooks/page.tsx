import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeletedList } from "@/features/runbooks/history/components/deleted-list";
import { loadDeleted } from "@/features/runbooks/history/loaders";

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runbookHistory.deleted"))("title") };
}

export default async function DeletedRunbooksPage({ searchParams }: Props) {
  const page = Math.min(Math.max(Math.trunc(Number((await searchParams).page)) || 1, 1), 100);
  return <DeletedList page={page} {...(await loadDeleted(page))} />;
}
