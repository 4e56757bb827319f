import Link from "next/link";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/time";
import type { TurnView } from "../../drills/schema";
import { RunStatusBadge } from "../lists/run-status-badge";

/** What became of the latest turns of a schedule, newest first. */
export function TurnMarks({ turns }: { turns: TurnView[] }) {
  const t = useTranslations("runs.drills");
  if (turns.length === 0) return <p className="text-sm text-muted">{t("noTurns")}</p>;
  return (
    <ol className="grid gap-1 text-sm">
      {turns.map(({ id, dueAt, state, run }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2">
          <span className="w-24 text-muted">
            <DateTime at={dueAt} style="date" />
          </span>
          {run ? (
            <Link
              href={`/runs/${run.id}`}
              prefetch={false}
              className="flex flex-wrap items-center gap-2 hover:underline"
            >
              <RunStatusBadge status={run.status} />
              <span className="text-muted">{run.startedBy}</span>
            </Link>
          ) : (
            <span className={state === "missed" ? "text-warning" : "text-muted"}>{t(`state.${state}`)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
