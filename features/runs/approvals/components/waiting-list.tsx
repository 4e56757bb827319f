"use client";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListedApproval } from "../schema";
import { AnswerForm } from "./answer-form";
import { RequestCard } from "./request-card";
import { TimeLeft } from "./time-left";
import { useWaiting, type Waiting } from "./waiting-store";

type Reader = {
  /** Id of the person who looks. */
  me: string | null;
  /** Whether their role lets them answer. */
  able: boolean;
};

/** All requests that wait, live. */
export function WaitingList(reader: Reader) {
  const t = useTranslations("approvals");
  const { approvals, skew } = useWaiting();
  if (approvals.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  return <Requests approvals={approvals} skew={skew} heading="h2" {...reader} />;
}

/** Those of one incident, above its timeline; nothing while there is none. */
export function IncidentApprovals({ incidentKey, ...reader }: Reader & { incidentKey: string }) {
  const t = useTranslations("approvals");
  const { approvals, skew } = useWaiting();
  const own = approvals.filter(({ incident }) => incident?.key === incidentKey);
  if (own.length === 0) return null;
  return (
    <section aria-label={t("onIncident")} className="max-h-[45dvh] overflow-y-auto border-b border-line p-3">
      <Requests approvals={own} skew={skew} heading="h2" {...reader} />
    </section>
  );
}

type RequestsProps = Reader & Waiting & { approvals: ListedApproval[]; heading: "h2" | "h3" };

function Requests({ approvals, skew, heading, me, able }: RequestsProps) {
  const t = useTranslations("approvals");
  return (
    <ul className="grid gap-4">
      {approvals.map((approval) => (
        <li key={approval.id}>
          <RequestCard
            approval={approval}
            heading={heading}
            aside={
              <span className="flex flex-wrap gap-x-3">
                {t("askedBy", { name: approval.requestedBy.name })} <TimeLeft until={approval.expiresAt} skew={skew} />
              </span>
            }
          >
            {!able ? (
              <p className="text-sm text-muted">{t("watching")}</p>
            ) : me !== null && approval.requestedBy.id === me ? (
              <p className="text-sm text-muted">{t("own")}</p>
            ) : (
              <AnswerForm approvalId={approval.id} />
            )}
          </RequestCard>
        </li>
      ))}
    </ul>
  );
}
