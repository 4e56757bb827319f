"use client";
import { useTranslations } from "next-intl";
import { Fragment, type RefObject } from "react";
import { Marked } from "@/components/ui/marked";
import { runbookHref } from "../../../links";
import type { LogSearch } from "../../../search/log/search-log";

type Props = { found: LogSearch; list: RefObject<HTMLOListElement | null> };

/** The lines that speak for a procedure, in their order and with their numbers; what lies between them is one line. */
export function LogLines({ found: { lines, results, counts }, list }: Props) {
  const t = useTranslations("finding.pasted");
  const last = lines.at(-1)?.line ?? 0;
  const fold = (count: number) =>
    count > 0 && (
      <li className="border-l-2 border-dotted border-line-strong py-1 pl-3 text-sm text-muted">
        {t("fold", { count })}
      </li>
    );
  return (
    <ol ref={list} className="mt-2 rounded border border-line bg-surface p-2">
      {lines.map(({ line, text, marks, times, frame, speaksFor }, at) => {
        const best = results[Math.min(...speaksFor.map(({ result }) => result))];
        return (
          <Fragment key={line}>
            {fold(line - (lines[at - 1]?.line ?? 0) - 1)}
            <li
              id={`log-line-${line}`}
              data-log-line={line}
              tabIndex={-1}
              className="scroll-mt-20 rounded border-l-2 border-accent py-1.5 pl-3 focus:bg-raised"
            >
              <p className="flex gap-2 font-mono text-sm">
                <span className="text-muted tabular-nums select-none">{line}</span>
                <span className="min-w-0 wrap-anywhere">
                  <Marked text={text} matches={marks} />
                </span>
              </p>
              {frame && <p className="font-mono text-xs text-muted wrap-anywhere">{frame}</p>}
              <p className="mt-0.5 text-sm">
                {times > 1 && <span className="text-muted tabular-nums">{t("times", { count: times })} · </span>}
                {best && (
                  <a href={runbookHref(best.path, best.anchor)} className="text-accent underline wrap-anywhere">
                    {best.heading || best.title}
                  </a>
                )}
              </p>
            </li>
          </Fragment>
        );
      })}
      {fold(counts.lines - last)}
    </ol>
  );
}
