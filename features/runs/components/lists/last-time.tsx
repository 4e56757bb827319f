import { CircleCheck, History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Duration, RelativeTime } from "@/components/ui/time";
import type { LastTime } from "../../last/last-times";
import { runHref } from "../../links";

/** How a procedure went before: how often it worked, and the latest time it did, with what recovered it. */
export function LastTimeText({ time }: { time: LastTime }) {
  const t = useTranslations("incidents.past.lastTime");
  const { worked, total, drills, last } = time;
  const Icon = worked > 0 ? CircleCheck : History;
  return (
    <div className="text-sm">
      <p className="flex items-start gap-1.5">
        <Icon
          aria-hidden
          className={worked > 0 ? "mt-0.5 size-4 shrink-0 text-success" : "mt-0.5 size-4 shrink-0 text-muted"}
        />
        <span>
          <strong className="font-medium">
            {total === 1 ? t("workedOnce", { worked }) : t("worked", { worked, total })}
          </strong>
          {drills > 0 && <span className="text-muted"> · {t("drills", { count: drills })}</span>}
        </span>
      </p>
      {last ? <Latest last={last} /> : <p className="pl-5.5 text-muted">{t("never")}</p>}
    </div>
  );
}

function Latest({ last }: { last: NonNullable<LastTime["last"]> }) {
  const t = useTranslations("incidents.past.lastTime");
  const { runId, incident, startedAt, seconds, attempt, failed, skipped } = last;
  const href = runHref({ id: runId, incident: incident === null ? null : { key: incident } });
  return (
    <div className="pl-5.5 text-muted">
      <p>
        {t.rich("last", {
          time: () => <RelativeTime at={startedAt} />,
          incident: () => (
            <Link href={href} prefetch={false} className="font-mono text-accent underline">
              {incident}
            </Link>
          ),
        })}
        {", "}
        {t.rich("took", { time: () => <Duration seconds={Math.max(1, seconds)} /> })}
      </p>
      {attempt && <p className="wrap-anywhere">{t("by", { attempt })}</p>}
      {failed + skipped > 0 && (
        <p>
          {[failed > 0 && t("failed", { count: failed }), skipped > 0 && t("skipped", { count: skipped })]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
    </div>
  );
}

/** The procedures of a runbook that were followed on incidents, each with how it went. */
export function LastTimes({ times }: { times: LastTime[] }) {
  return (
    <ul className="grid gap-3">
      {times.map((time) => (
        <li key={time.procedure}>
          <p className="font-medium wrap-anywhere">{time.title}</p>
          <LastTimeText time={time} />
        </li>
      ))}
    </ul>
  );
}
