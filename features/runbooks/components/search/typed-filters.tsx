"use client";
import { useTranslations } from "next-intl";
import type { Shown } from "../../finding/use-answers";

type Props = {
  shown: Shown;
  /** Takes a query in place of what is typed. */
  onQuery: (query: string) => void;
};

const chip = "rounded border border-line bg-surface px-2 py-0.5 text-sm text-accent hover:border-line-strong";

/** What a filter that is being typed may become, and what is near to one that stands for nothing. */
export function TypedFilters({ shown: { q, filters, completions }, onQuery }: Props) {
  const t = useTranslations("finding.filters");
  const unknown = completions.length > 0 ? [] : filters.filter(({ values }) => values.length === 0);
  if (completions.length === 0 && unknown.length === 0) return null;
  return (
    <div className="mt-2 grid gap-2 text-sm">
      {completions.length > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-muted">{t("complete")}</span>
          {completions.map(({ value, query }) => (
            <button key={value} type="button" className={chip} onClick={() => onQuery(query)}>
              {value}
            </button>
          ))}
        </p>
      )}
      {unknown.map(({ typed, nearest }) => (
        <p key={typed} role="status" className="flex flex-wrap items-center gap-2">
          <span className="text-warning">{t("unknown", { typed })}</span>
          {nearest.map((value) => (
            <button
              key={value}
              type="button"
              className={chip}
              onClick={() => onQuery(q.replace(typed, () => withValue(typed, value)))}
            >
              {value}
            </button>
          ))}
        </p>
      ))}
    </div>
  );
}

/** The filter with another value. */
const withValue = (typed: string, value: string) =>
  `${typed.slice(0, typed.indexOf(":") + 1)}${/\s/.test(value) ? `"${value}"` : value}`;
