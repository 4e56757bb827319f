"use client";
import { CircleCheck, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Problem } from "../../artifact";
import { useProblemText } from "./use-problem-text";

const most = 100;

type Props = { problems: Problem[]; checking: boolean; failed: string | null; onJump: (problem: Problem) => void };

/** The problems of the text, each with its place; choosing one goes there. */
export function ProblemList({ problems, checking, failed, onJump }: Props) {
  const t = useTranslations("editing.problems");
  const textOf = useProblemText();
  if (failed) return <p className="px-3 py-2 text-warning">{t("away", { why: failed })}</p>;
  if (problems.length === 0) {
    return (
      <p role="status" className="flex items-center gap-2 px-3 py-2 text-muted">
        {!checking && <CircleCheck aria-hidden className="size-4 text-success" />}
        {checking ? t("checking") : t("none")}
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {problems.slice(0, most).map((problem, index) => {
        const isError = problem.severity === "error";
        const Icon = isError ? OctagonAlert : TriangleAlert;
        return (
          <li key={index}>
            <button
              type="button"
              onClick={() => onJump(problem)}
              className="flex w-full items-start gap-2 px-3 py-1.5 text-left -outline-offset-2 hover:bg-raised"
            >
              <Icon
                role="img"
                aria-label={t(isError ? "error" : "warning")}
                className={`mt-0.5 size-4 shrink-0 ${isError ? "text-danger" : "text-warning"}`}
              />
              <span className="min-w-0 flex-1 wrap-anywhere">
                <Coded text={textOf(problem)} />
              </span>
              <span className="shrink-0 text-sm text-muted">
                {t("place", { line: problem.line, column: problem.column })}
              </span>
            </button>
          </li>
        );
      })}
      {problems.length > most && (
        <li className="px-3 py-1.5 text-muted">{t("more", { count: problems.length - most })}</li>
      )}
    </ul>
  );
}

/** Shows what stands between back-ticks as code. */
function Coded({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="rounded bg-raised px-1 text-sm">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
