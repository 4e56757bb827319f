import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IncidentList } from "@/features/incidents/components/list/incident-list";
import type { SearchParams } from "@/features/incidents/loaders";
import { loadIncidentSearch } from "@/features/incidents/search/loaders";
import { WaitingForYou } from "../waiting-for-you";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incidents.list"))("title") };
}

export default async function IncidentsPage({ searchParams }: { searchParams: SearchParams }) {
  return (
    <>
      <WaitingForYou />
      <IncidentList {...(await loadIncidentSearch(await searchParams))} />
    </>
  );
}
