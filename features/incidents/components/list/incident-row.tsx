import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ElapsedClock } from "@/components/ui/clock";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { IncidentSummary } from "../../incident-schema";
import { UpdateDue } from "./update-due";

/** One incident in a list: how bad, what, who leads, since when, and when somebody waits for news. The whole row is the link. */
export function IncidentRow({ incident, unread }: { incident: IncidentSummary; unread: number }) {
  const t = useTranslations("incidents");
  const began = incident.impactStartedAt ?? incident.declaredAt;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2.5 last:border-b-0 hover:bg-raised sm:flex-nowrap">
      <SeverityMark severity={incident.severity} className="w-16 shrink-0" />
      <div className="min-w-0 flex-1 basis-full sm:basis-0">
        <p className="flex min-w-0 items-baseline gap-2">
          <span className="shrink-0 font-mono text-sm text-muted">{incident.key}</span>
          <Link
            href={`/incidents/${incident.key}`}
            className="min-w-0 truncate font-medium after:absolute after:inset-0"
            title={incident.title}
          >
            {incident.title}
          </Link>
          {incident.kind === "drill" && <Badge>{t("kind.drill")}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{t(`status.${incident.status}`)}</span>
          {incident.services.length > 0 && <span className="wrap-anywhere">{incident.services.join(", ")}</span>}
          <span>{incident.lead ? t("list.lead", { name: incident.lead.name }) : t("list.noLead")}</span>
          {unread > 0 && <span className="font-medium text-accent">{t("log.inList", { count: unread })}</span>}
        </p>
      </div>
      <UpdateDue at={incident.nextUpdateDueAt} />
      <span className="ml-auto w-24 shrink-0 text-right text-sm" title={t("list.duration")}>
        <ElapsedClock since={began} until={incident.resolvedAt} />
      </span>
    </li>
  );
}
