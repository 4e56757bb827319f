import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/time";
import { runHref } from "../../links";
import type { RunSummary } from "../../schema";
import { RunStatusBadge } from "./run-status-badge";

/** The latest runs of a runbook, those on incidents apart from its drills. */
export function LastRuns({ onIncidents, drills }: { onIncidents: RunSummary[]; drills: RunSummary[] }) {
  const t = useTranslations("runs.list");
  return (
    <div className="grid gap-3">
      <Group title={t("incidents")} runs={onIncidents} />
      <Group title={t("drills")} runs={drills} />
    </div>
  );
}

function Group({ title, runs }: { title: string; runs: RunSummary[] }) {
  if (runs.length === 0) return null;
  return (
    <div>
      <p className="text-xs text-muted">{title}</p>
      <ul aria-label={title}>
        {runs.map((run) => (
          <li key={run.id}>
            <Link href={runHref(run)} prefetch={false} className="-mx-2 block rounded px-2 py-1 hover:bg-raised">
              <span className="block truncate" title={run.title}>
                {run.title}
              </span>
              <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
                <RunStatusBadge status={run.status} />
                {run.incident?.key} <RelativeTime at={run.startedAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
