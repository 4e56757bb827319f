"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Problem } from "../../../artifact";
import { useProblemText } from "../../../editor/components/use-problem-text";
import type { Analysis } from "../../analysis/schema";
import type { Choice } from "../../batch/batch";

type Props = {
  analysis: Analysis;
  choice: Choice;
  onLine: (line: number) => void;
  onChoice: (change: Partial<Choice>) => void;
};

/** What a person should know of an import: what is missing, what was shown another way, what looks damaged. */
export function Findings({ analysis, choice, onLine, onChoice }: Props) {
  const t = useTranslations("runbookImport.findings");
  const rules = useTranslations("runbookImport.notice");
  const problemText = useProblemText();
  const { equivalence, problems, notices, escapes, damage } = analysis;
  const errors = problems.filter((one) => one.severity === "error");
  return (
    <div className="grid gap-3">
      {equivalence.missing.length > 0 && (
        <Notice tone="danger" title={t("missing", { count: equivalence.missing.length })} live>
          <p>{t("missingHint")}</p>
          <Lines entries={equivalence.missing.map(({ line, text }) => ({ line, text }))} onLine={onLine} />
        </Notice>
      )}
      {errors.length > 0 && (
        <Notice tone="danger" title={t("errors", { count: errors.length })} live>
          <Lines
            entries={errors.map((one) => ({ line: one.line, text: problemText({ ...one, file: "" } as Problem) }))}
          />
        </Notice>
      )}
      {equivalence.complete && errors.length === 0 && (
        <Notice tone="success" title={t("complete", { count: equivalence.compared })} />
      )}
      {(damage.length > 0 || choice.repair) && (
        <Notice tone="warning" title={t("damage")}>
          <label className="mt-1 flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={choice.repair}
              onChange={(event) => onChoice({ repair: event.target.checked })}
            />
            {t("repair")}
          </label>
          {damage.length > 0 && (
            <Lines
              entries={damage.map(({ line, found, repaired }) => ({ line, text: `${found} → ${repaired}` }))}
              onLine={onLine}
            />
          )}
        </Notice>
      )}
      <Folded
        title={t("notices", { count: notices.length })}
        entries={notices.map(({ line, rule, text }) => ({ line, text: rules(rule, { text: text.slice(0, 300) }) }))}
        onLine={onLine}
      />
      <Folded
        title={t("escapes", { count: escapes.length })}
        entries={escapes.map(({ line, before, after }) => ({ line, text: `${before}  →  ${after}` }))}
        onLine={onLine}
        code
      />
    </div>
  );
}

type Entry = { line: number; text: string };

function Folded({
  title,
  entries,
  ...rest
}: {
  title: string;
  entries: Entry[];
  onLine: (line: number) => void;
  code?: boolean;
}) {
  if (entries.length === 0) return null;
  return (
    <details className="rounded border border-line bg-surface px-3 py-2">
      <summary className="cursor-pointer font-medium">{title}</summary>
      <Lines entries={entries} {...rest} />
    </details>
  );
}

function Lines({ entries, onLine, code }: { entries: Entry[]; onLine?: (line: number) => void; code?: boolean }) {
  const t = useTranslations("runbookImport.findings");
  return (
    <ul className="mt-2 grid max-h-72 gap-1 overflow-y-auto text-sm">
      {entries.map(({ line, text }, index) => (
        <li key={index} className="flex gap-2">
          {onLine ? (
            <button
              type="button"
              className="h-fit shrink-0 text-accent underline tabular-nums"
              onClick={() => onLine(line)}
            >
              {t("line", { line })}
            </button>
          ) : (
            <span className="shrink-0 text-muted tabular-nums">{t("line", { line })}</span>
          )}
          <span className={code ? "font-mono wrap-anywhere" : "wrap-anywhere"} dir="auto">
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
