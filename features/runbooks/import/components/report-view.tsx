"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { type ImportReport, type ReportWords, reportMarkdown } from "../batch/report";
import { type NoticeRule, noticeRules } from "../notice";

/** What became of an import, to be read here and taken away. */
export function ReportView({ report, onMore }: { report: ImportReport; onMore: () => void }) {
  const t = useTranslations("runbookImport.report");
  const words = useReportWords();
  const done = report.runbooks.filter(({ outcome }) => outcome === "published" || outcome === "draft");
  const save = (ending: "md" | "json") => {
    const text = ending === "md" ? reportMarkdown(report, words) : `${JSON.stringify(report, null, 2)}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: ending === "md" ? "text/markdown" : "application/json" }));
    link.download = `${t("name")}-${report.at.slice(0, 10)}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <section aria-label={words.title} className="grid gap-4">
      <Notice tone="success" live title={t(report.commit ? "published" : "kept", { count: done.length })}>
        {report.commit && <p className="font-mono text-sm wrap-anywhere">{report.commit}</p>}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => save("md")}>{t("markdown")}</Button>
        <Button onClick={() => save("json")}>{t("json")}</Button>
        <Button variant="primary" onClick={onMore}>
          {t("more")}
        </Button>
      </div>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {report.runbooks.map((one) => (
          <li key={one.source} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">{one.source}</span>
            {one.path && (
              <PageLink
                href={`/runbooks/${one.path}${one.outcome === "draft" ? "/edit" : ""}`}
                className="text-accent wrap-anywhere hover:underline"
              >
                {one.path}
              </PageLink>
            )}
            <span className="text-sm text-muted">
              {words.outcome(one.outcome)}
              {one.compared > 0 && ` · ${words.compared(one.compared)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useReportWords(): ReportWords {
  const t = useTranslations("runbookImport.report");
  const rules = useTranslations("runbookImport.notice");
  return {
    title: t("title"),
    outcome: (outcome) => t(`outcome.${outcome}`),
    compared: (count) => t("compared", { count }),
    proposals: (taken, made) => t("proposals", { taken, made }),
    line: (line, text) => t("line", { line, text }),
    notice: (rule, text) => (rule in noticeRules ? rules(rule as NoticeRule, { text }) : text),
    missing: t("missing"),
    commit: t("commit"),
    files: t("files"),
  };
}
