import { useFormatter, useTranslations } from "next-intl";
import type { SearchCounts } from "../schema";

/** Four weeks of searches: a bar a day, what found nothing at its foot; and the same in a sentence. */
export function DayPicture({ days }: Pick<SearchCounts, "days">) {
  const t = useTranslations("searchCounts.days");
  const format = useFormatter();
  const sum = (of: "searched" | "foundNothing" | "opened") => days.reduce((total, day) => total + day[of], 0);
  const searched = sum("searched");
  if (searched === 0) return null;
  const most = Math.max(...days.map((day) => day.searched), 1);
  const part = (count: number) => format.number(count / searched, { style: "percent", maximumFractionDigits: 0 });
  return (
    <section aria-labelledby="search-days" className="mb-8">
      <h2 id="search-days" className="mb-1 text-lg font-semibold">
        {t("title")}
      </h2>
      <p className="mb-3 text-muted">
        {t("summary", {
          searched,
          nothing: sum("foundNothing"),
          nothingPart: part(sum("foundNothing")),
          openedPart: part(Math.min(searched, sum("opened"))),
        })}
      </p>
      <div aria-hidden className="flex h-16 max-w-xl items-end gap-1">
        {days.map(({ day, searched: all, foundNothing }) => (
          <span
            key={day}
            title={day}
            className="flex min-w-1 max-w-8 flex-1 flex-col justify-end overflow-hidden rounded-t bg-line"
            style={{ height: `${Math.max(4, (100 * all) / most)}%` }}
          >
            <span
              className="bg-[repeating-linear-gradient(45deg,var(--color-warning)_0_3px,transparent_3px_6px)]"
              style={{ height: `${all === 0 ? 0 : (100 * Math.min(all, foundNothing)) / all}%` }}
            />
          </span>
        ))}
      </div>
      <p aria-hidden className="mt-1 text-xs text-muted">
        {t("legend")}
      </p>
    </section>
  );
}
