"use client";
import { useTranslations } from "next-intl";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import type { IncidentStatus } from "../../schema";
import { incidentStatuses } from "../../vocabulary";
import { useTimeline } from "./use-timeline";

/** After a conflict: what is there now instead, and who did it, beside what was to be sent. */
export function Theirs({ item }: { item: OutboxItem }) {
  const t = useTranslations("incidents");
  const words = useTranslations("outbox");
  const { entries } = useTimeline().window;
  if (item.why?.code !== "stale_version") return null;
  const change = (item.note ?? {}) as { does?: string };
  const current = (item.why.details.current ?? {}) as { status?: string; severity?: string; checkedBy?: string | null };
  const by = entries.findLast(({ kind }) => kind === change.does)?.actor.name;
  if (change.does === "status" && isStatus(current.status)) {
    return <Now by={by}>{t(`status.${current.status}`)}</Now>;
  }
  if (change.does === "severity" && current.severity) return <Now by={by}>{current.severity}</Now>;
  if (change.does === "tick" && current.checkedBy) return <Now by={current.checkedBy}>{words("ticked")}</Now>;
  return null;
}

function Now({ by, children }: { by: string | undefined; children: React.ReactNode }) {
  const t = useTranslations("outbox");
  return (
    <p className="text-sm">
      {t("now")} <strong className="font-medium">{children}</strong>
      {by && <span className="text-muted"> · {by}</span>}
    </p>
  );
}

const isStatus = (status: string | undefined): status is IncidentStatus =>
  incidentStatuses.some((one) => one === status);
