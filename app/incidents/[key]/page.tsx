import type { Metadata } from "next";
import { ServicesInfo } from "@/features/incidents/components/side/service-info";
import { IncidentView } from "@/features/incidents/components/view/incident-view";
import { StartOffer } from "@/features/incidents/components/view/start-offer";
import { loadIncident, type SearchParams } from "@/features/incidents/loaders";

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key.toUpperCase() };
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const { services, offer, ...incident } = await loadIncident((await params).key, searchParams);
  return (
    <IncidentView
      {...incident}
      services={<ServicesInfo services={services} />}
      offer={offer && <StartOffer incidentKey={incident.incident.key} {...offer} />}
    />
  );
}
