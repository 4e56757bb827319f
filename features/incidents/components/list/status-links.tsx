import Link from "next/link";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { type Asked, pageHref } from "../../search/address";
import type { IncidentSearchPage } from "../../search/schema";
import { incidentStatuses } from "../../vocabulary";

type Props = { asked: Asked; current: string; counts: IncidentSearchPage["counts"]["status"] };

const over = ["resolved", "closed"] as const;

/** The statuses as links with how many there are of each; those that would show nothing are left out. */
export function StatusLinks({ asked, current, counts }: Props) {
  const t = useTranslations("incidents");
  const all = incidentStatuses.reduce((sum, status) => sum + counts[status], 0);
  const active = all - counts.resolved - counts.closed;
  const shown = [
    { status: "active", label: t("list.active"), count: active },
    { status: "all", label: t("past.search.all"), count: all },
    ...over.map((status) => ({ status, label: t(`status.${status}`), count: counts[status] })),
    ...incidentStatuses
      .filter((status) => status !== "resolved" && status !== "closed")
      .map((status) => ({ status, label: t(`status.${status}`), count: counts[status] })),
  ].filter(({ status, count }) => count > 0 || status === "active" || status === "all" || status === current);
  return (
    <nav aria-label={t("list.status")} className="-mx-4 mb-3 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-1.5 sm:flex-wrap">
        {shown.map(({ status, label, count }) => (
          <li key={status}>
            <Link
              href={pageHref({ ...asked, cursor: undefined, status })}
              prefetch={false}
              aria-current={status === current ? "true" : undefined}
              className={classes(
                "flex min-h-9 items-center gap-1.5 rounded border px-3 text-sm whitespace-nowrap",
                status === current
                  ? "border-accent/40 bg-accent-soft font-medium text-accent"
                  : "border-line hover:bg-raised",
              )}
            >
              {label}
              <span className="tabular-nums">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
