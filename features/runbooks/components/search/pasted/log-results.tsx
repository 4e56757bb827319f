"use client";
import { useTranslations } from "next-intl";
import { runbookHref } from "../../../links";
import type { LogSearch } from "../../../search/log/search-log";

const mostReasons = 4;

/** The procedures, best first, each with the lines that speak for it and what they share with it. */
export function LogResults({ found: { results, lines } }: { found: LogSearch }) {
  const t = useTranslations("finding.pasted");
  return (
    <ol className="mt-2 space-y-3">
      {results.map(({ path, anchor, heading, title, service }, at) => {
        const reasons = lines.flatMap(({ line, times, speaksFor }) =>
          speaksFor.filter(({ result }) => result === at).map((why) => ({ line, times, ...why })),
        );
        return (
          <li key={`${path}#${anchor}`} className="rounded border border-line bg-surface px-3 py-2">
            <a
              href={runbookHref(path, anchor)}
              data-result={`${path}#${anchor}`}
              className="font-medium text-accent wrap-anywhere"
            >
              {heading || title}
            </a>
            <p className="text-sm text-muted wrap-anywhere">{heading === title ? service : `${service} · ${title}`}</p>
            <ul className="mt-1 space-y-0.5 text-sm">
              {reasons.slice(0, mostReasons).map(({ line, kind, words }) => (
                <li key={line} className="wrap-anywhere">
                  <a href={`#log-line-${line}`} className="underline tabular-nums">
                    {t("line", { line })}
                  </a>{" "}
                  <span className="text-muted">{t(`why.${kind}`)}</span>{" "}
                  <span className="font-mono text-xs">{words.join(" · ")}</span>
                </li>
              ))}
              {reasons.length > mostReasons && (
                <li className="text-muted">{t("moreLines", { count: reasons.length - mostReasons })}</li>
              )}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
