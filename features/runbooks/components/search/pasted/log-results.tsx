"use client";
import { useTranslations } from "next-intl";
import { runbookHref } from "../../../links";
import type { LogSearch } from "../../../search/log/search-log";

const mostReasons = 4;

/** Procedures that are shown at once: what comes after them is rarely it. */
const shownFirst = 5;

/** The procedures, best first, each with the lines that speak for it and what they share with it. */
export function LogResults({ found }: { found: LogSearch }) {
  const t = useTranslations("finding.pasted");
  const more = found.results.length - shownFirst;
  return (
    <>
      <ResultList found={found} to={shownFirst} />
      {more > 0 && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer rounded py-1 text-sm text-accent hover:underline">
            {t("moreResults", { count: more })}
          </summary>
          <ResultList found={found} from={shownFirst} />
        </details>
      )}
    </>
  );
}

function ResultList({ found: { results, lines }, from = 0, to }: { found: LogSearch; from?: number; to?: number }) {
  const t = useTranslations("finding.pasted");
  return (
    <ol start={from + 1} className="mt-2 space-y-3">
      {results.slice(from, to).map(({ path, anchor, heading, title, service }, index) => {
        const at = from + index;
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
