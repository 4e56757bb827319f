import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecideHandover } from "@/features/incidents/components/handover/decide-handover";
import { DigestText, EntryDigest } from "@/features/incidents/components/handover/entry-digest";
import { loadBriefing } from "@/features/records/briefing/loaders";
import { BriefingView } from "@/features/records/components/briefing/briefing-view";

type Props = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("records.briefing");
  return { title: t("title", { title: (await params).key.toUpperCase() }) };
}

export default async function BriefingPage({ params, searchParams }: Props) {
  const { briefing } = await loadBriefing((await params).key, searchParams);
  return (
    <>
      <BriefingView
        briefing={briefing}
        entry={(entry) => <EntryDigest entry={entry} />}
        markdown={(text) => <DigestText text={text} />}
      />
      {briefing.offers.map((offer) => (
        <DecideHandover key={offer.id} incidentKey={briefing.incident.key} offer={offer} />
      ))}
    </>
  );
}
