import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Marked } from "@/components/ui/marked";
import { SeverityMark } from "@/components/ui/severity-mark";
import { DateTime } from "@/components/ui/time";
import type { FoundIncident, MatchedEntry } from "../../search/schema";
import { KindIcon } from "../timeline/kind-icon";

/** An incident that answers, with what answers: its title, its root cause, and the best entries of its timeline. */
export function FoundIncidentItem({ incident }: { incident: FoundIncident }) {
  const t = useTranslations("incidents");
  const more = incident.entryCount - incident.entries.length;
  return (
    <li className="border-b border-line px-3 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <SeverityMark severity={incident.severity} className="w-16 shrink-0" />
        <Link
          href={`/incidents/${incident.key}`}
          prefetch={false}
          className="min-w-0 font-medium wrap-anywhere hover:underline"
        >
          <span className="mr-2 font-mono text-sm font-normal text-muted">{incident.key}</span>
          <Marked text={incident.title} matches={incident.titleMatches} />
        </Link>
        {incident.kind === "drill" && <Badge>{t("kind.drill")}</Badge>}
        <p className="flex basis-full flex-wrap gap-x-3 text-sm text-muted sm:pl-19">
          <span>{t(`status.${incident.status}`)}</span>
          {incident.services.length > 0 && <span className="wrap-anywhere">{incident.services.join(", ")}</span>}
          <DateTime at={incident.declaredAt} style="date" />
        </p>
      </div>
      {incident.cause && (
        <p className="mt-1 text-sm wrap-anywhere sm:pl-19">
          <span className="font-medium">{t("fact.rootCause")}: </span>
          <Marked text={incident.cause.snippet} matches={incident.cause.matches} />
        </p>
      )}
      {incident.entries.length > 0 && (
        <ul className="mt-1 sm:pl-19">
          {incident.entries.map((entry) => (
            <li key={entry.id}>
              <EntryLink incidentKey={incident.key} entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="mt-0.5 text-xs text-muted sm:pl-19">{t("past.search.moreEntries", { count: more })}</p>
      )}
    </li>
  );
}

function EntryLink({ incidentKey, entry }: { incidentKey: string; entry: MatchedEntry }) {
  const t = useTranslations("incidents.past.search");
  return (
    <Link
      href={`/incidents/${incidentKey}#entry-${entry.seq}`}
      prefetch={false}
      className="-mx-2 flex gap-2 rounded px-2 py-1 text-sm hover:bg-raised"
    >
      <KindIcon kind={entry.kind} />
      <span className="min-w-0 flex-1 wrap-anywhere">
        <span className={entry.retracted ? "line-through" : ""}>
          <Marked text={entry.snippet} matches={entry.matches} />
        </span>{" "}
        {entry.retracted && <Badge tone="warning">{t("retracted")}</Badge>}
        <span className="block text-xs text-muted">
          {entry.actor} · <DateTime at={entry.happenedAt} />
        </span>
      </span>
    </Link>
  );
}
