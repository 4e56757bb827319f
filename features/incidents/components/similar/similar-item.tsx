import Link from "next/link";
import { useTranslations } from "next-intl";
import { SeverityMark } from "@/components/ui/severity-mark";
import { Duration, RelativeTime } from "@/components/ui/time";
import type { SimilarIncident } from "../../similar/schema";

/** One incident that resembles this one: in what, what it was, and how it ended. */
export function SimilarItem({ incident }: { incident: SimilarIncident }) {
  const t = useTranslations("incidents.past.similar");
  const { key, title, severity, shared, rootCause, recoveredBy, seconds, declaredAt } = incident;
  return (
    <li className="text-sm">
      <Link href={`/incidents/${key}`} prefetch={false} className="flex items-baseline gap-2 hover:underline">
        <SeverityMark severity={severity} className="shrink-0" />
        <span className="min-w-0 font-medium wrap-anywhere">
          <span className="mr-1.5 font-mono font-normal text-muted">{key}</span>
          {title}
        </span>
      </Link>
      <ul className="text-muted">
        {shared.map(({ sort, values }) => (
          <li key={sort} className="wrap-anywhere">
            {t(`shared.${sort}`, { values: values.slice(0, 4).join(", ") })}
          </li>
        ))}
      </ul>
      {rootCause && <p className="line-clamp-3 wrap-anywhere">{t("cause", { cause: rootCause })}</p>}
      {recoveredBy && (
        <p className="wrap-anywhere">
          {t.rich("recoveredBy", {
            title: recoveredBy.title,
            run: (text) => (
              <Link
                href={`/incidents/${key}/runs/${recoveredBy.runId}`}
                prefetch={false}
                className="text-accent underline"
              >
                {text}
              </Link>
            ),
          })}
        </p>
      )}
      <p className="text-muted">
        {seconds === null ? t("open") : t.rich("lasted", { time: () => <Duration seconds={Math.max(1, seconds)} /> })}
        {" · "}
        <RelativeTime at={declaredAt} />
      </p>
    </li>
  );
}
