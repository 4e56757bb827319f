import type { Metadata } from "next";
import { ReplayLink } from "@/features/incidents/components/replay/replay-link";
import { ServicesInfo } from "@/features/incidents/components/side/service-info";
import { SimilarPanel } from "@/features/incidents/components/similar/similar-panel";
import { IncidentView } from "@/features/incidents/components/view/incident-view";
import { StartOffer } from "@/features/incidents/components/view/start-offer";
import { loadIncident, type SearchParams } from "@/features/incidents/loaders";
import { TakeAlong } from "@/features/records/components/take-along";
import { IncidentApprovals } from "@/features/runs/approvals/components/waiting-list";
import { loadApprover } from "@/features/runs/approvals/loaders";
import { IncidentRuns } from "@/features/runs/components/lists/incident-runs";
import { loadIncidentRuns } from "@/features/runs/loaders";
import { FittingProcedures } from "./fitting-procedures";

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key.toUpperCase() };
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const { key } = await params;
  const { services, offer, ...incident } = await loadIncident(key, searchParams);
  const { runs } = await loadIncidentRuns(key);
  const approver = await loadApprover();
  return (
    <IncidentView
      {...incident}
      runs={<IncidentRuns incidentKey={incident.incident.key} runs={runs} />}
      services={
        <>
          <FittingProcedures told={incident.incident} />
          <SimilarPanel incidentKey={incident.incident.key} />
          <ServicesInfo services={services} />
          <ReplayLink incidentKey={incident.incident.key} />
          <TakeAlong incidentKey={incident.incident.key} />
        </>
      }
      offer={
        <>
          <IncidentApprovals incidentKey={incident.incident.key} {...approver} />
          {offer && <StartOffer incidentKey={incident.incident.key} {...offer} />}
        </>
      }
    />
  );
}
