import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/time";
import { runHref } from "../../links";
import type { RunSummary } from "../../schema";
import { RunStatusBadge } from "./run-status-badge";

/** Runs as rows: what, how far, who, when. */
export function RunRows({ runs }: { runs: RunSummary[] }) {
  const t = useTranslations("runs.list");
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {runs.map((run) => (
        <li key={run.id}>
          <Link
            href={runHref(run)}
            prefetch={false}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-raised"
          >
            <span className="min-w-0 flex-1 basis-60">
              <span className="block truncate font-medium">{run.title}</span>
              <span className="block truncate text-sm text-muted">{run.runbook}</span>
            </span>
            {run.incident ? <span className="font-mono text-sm">{run.incident.key}</span> : null}
            {run.drill && <Badge tone="accent">{t("drill")}</Badge>}
            <RunStatusBadge status={run.status} />
            <span className="text-sm text-muted">{t("progress", run.progress)}</span>
            <span className="text-sm text-muted">
              {run.startedBy.name} · <RelativeTime at={run.startedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
