import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchCountsView } from "@/features/runbooks/search-counts/components/search-counts-view";
import { loadSearchCounts } from "@/features/runbooks/search-counts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("searchCounts"))("title") };
}

export default async function SearchesPage() {
  return <SearchCountsView counts={await loadSearchCounts()} />;
}
