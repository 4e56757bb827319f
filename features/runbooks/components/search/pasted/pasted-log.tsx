"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import type { LogAnswer } from "../../../search/log/log-answer";
import type { LogSearch } from "../../../search/log/search-log";
import { LogLines } from "./log-lines";
import { LogResults } from "./log-results";
import { useLogAnswer } from "./use-log-answer";

type Props = {
  text: string;
  /** The answer that came with the page, to `of`. */
  first?: { of: string; answer: LogAnswer };
  /** What can be done with it. */
  children?: (found: LogSearch | null) => ReactNode;
};

/**
 * A pasted log: the procedures that it speaks for, each with the lines that brought it and why, and the log itself with the
 * rest folded away. `n` and `p` go from one marked line to the next.
 */
export function PastedLog({ text, first, children }: Props) {
  const t = useTranslations("finding.pasted");
  const answer = useLogAnswer(text, first);
  const lines = useRef<HTMLOListElement>(null);
  const move = (by: 1 | -1) => {
    const marked = [...(lines.current?.querySelectorAll<HTMLElement>("[data-log-line]") ?? [])];
    const at = marked.findIndex((one) => one.matches(":focus"));
    const next = at < 0 ? (by > 0 ? 0 : marked.length - 1) : Math.min(marked.length - 1, Math.max(0, at + by));
    marked[next]?.focus();
  };
  useKeys([
    { keys: "n", group: t("group"), description: t("next"), run: () => move(1) },
    { keys: "p", group: t("group"), description: t("previous"), run: () => move(-1) },
  ]);
  const found = answer.state === "read" ? answer.found : null;
  return (
    <div>
      <p role="status" className="min-h-5 text-sm font-medium">
        {answer.state === "reading" && t("reading")}
        {answer.state === "failed" && (answer.why || t("failed"))}
        {found && t("found", { lines: found.counts.lines, marked: found.lines.length, results: found.results.length })}
      </p>
      <p className="mt-1 text-sm text-muted">
        {t("notKept")}
        {found && found.lines.length > 0 && <span className="pointer-coarse:hidden"> {t("keys")}</span>}
      </p>
      {children?.(found)}
      {found && found.results.length === 0 && <p className="mt-4">{t("none")}</p>}
      {found && found.results.length > 0 && (
        <div className="mt-4 grid gap-6 lg:grid-cols-2 lg:items-start">
          <section aria-labelledby="log-results" className="min-w-0">
            <h2 id="log-results" className="font-semibold">
              {t("results")}
            </h2>
            <LogResults found={found} />
          </section>
          <section aria-labelledby="log-lines" className="min-w-0">
            <h2 id="log-lines" className="font-semibold">
              {t("lines")}
            </h2>
            <LogLines found={found} list={lines} />
          </section>
        </div>
      )}
    </div>
  );
}
