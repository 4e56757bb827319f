"use client";
import { CircleCheck, OctagonAlert, TriangleAlert, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Problem } from "../../artifact";
import type { Fix } from "../fixes/fix";
import type { CodeEditorHandle } from "./code/code-editor";
import { applyAll, applyFix, fixesIn } from "./code/problem-marks";
import { useProblemWords } from "./code/use-problem-words";

const most = 100;

type Props = {
  problems: Problem[];
  checking: boolean;
  failed: string | null;
  onJump: (problem: Problem) => void;
  editor: RefObject<CodeEditorHandle | null>;
};

/** The problems of the text, each with its place and what mends it; choosing one goes there. */
export function ProblemList({ problems, checking, failed, onJump, editor }: Props) {
  const t = useTranslations("editing.problems");
  const code = useTranslations("editing.code.problems");
  const words = useProblemWords();
  const list = useRef<HTMLUListElement>(null);
  const [fixes, setFixes] = useState<Map<Problem, Fix[]>>(new Map());
  const [done, setDone] = useState<ReadonlySet<Problem>>(new Set());
  const fixed = useRef(false);

  useEffect(() => {
    const state = editor.current?.view()?.state;
    setFixes(new Map(state ? problems.slice(0, most).map((problem) => [problem, fixesIn(state, problem)]) : []));
    setDone(new Set());
    // The row that had the focus may be gone.
    if (fixed.current && !list.current?.contains(document.activeElement)) list.current?.focus();
    fixed.current = false;
  }, [problems, editor]);

  const mend = (some: Problem[], change: (view: NonNullable<ReturnType<CodeEditorHandle["view"]>>) => void) => {
    const view = editor.current?.view();
    if (!view) return;
    change(view);
    fixed.current = true;
    setDone((now) => new Set([...now, ...some]));
  };

  if (failed) return <p className="px-3 py-2 text-warning">{t("away", { why: failed })}</p>;
  if (problems.length === 0) {
    return (
      <p role="status" className="flex items-center gap-2 px-3 py-2 text-muted">
        {!checking && <CircleCheck aria-hidden className="size-4 text-success" />}
        {checking ? t("checking") : t("none")}
      </p>
    );
  }
  const fixable = (rule: string) => problems.filter((one) => one.rule === rule && (fixes.get(one)?.length ?? 0) > 0);
  return (
    <ul ref={list} tabIndex={-1} aria-label={t("title")} className="divide-y divide-line -outline-offset-2">
      {problems.slice(0, most).map((problem, index) => {
        const isError = problem.severity === "error";
        const Icon = isError ? OctagonAlert : TriangleAlert;
        const alike = fixable(problem.rule);
        return (
          <li key={index} className="flex flex-wrap items-center gap-x-2">
            <button
              type="button"
              onClick={() => onJump(problem)}
              className="flex min-w-0 flex-[1_1_24rem] items-start gap-2 px-3 py-1.5 text-left -outline-offset-2 hover:bg-raised"
            >
              <Icon
                role="img"
                aria-label={t(isError ? "error" : "warning")}
                className={`mt-0.5 size-4 shrink-0 ${isError ? "text-danger" : "text-warning"}`}
              />
              <span className="min-w-0 flex-1 wrap-anywhere">
                <Coded text={words.problem(problem)} />
              </span>
              <span className="shrink-0 text-sm text-muted">
                {t("place", { line: problem.line, column: problem.column })}
              </span>
            </button>
            {done.has(problem) ? (
              <span role="status" className="flex items-center gap-1 px-3 text-sm text-success">
                <CircleCheck aria-hidden className="size-4" />
                {code("done")}
              </span>
            ) : (
              <span className="flex flex-wrap gap-1 px-3 pb-1 empty:hidden lg:pb-0">
                {fixes.get(problem)?.map((fix, at) => (
                  <Button
                    key={at}
                    size="sm"
                    variant={at === 0 ? "secondary" : "ghost"}
                    className="max-w-full"
                    onClick={() => mend([problem], (view) => applyFix(view, problem, fix, words))}
                  >
                    {at === 0 && <Wrench aria-hidden className="size-3.5" />}
                    <span className="truncate">{words.fix(fix)}</span>
                  </Button>
                ))}
                {alike.length > 1 && alike[0] === problem && (
                  <Button size="sm" variant="ghost" onClick={() => mend(alike, (view) => applyAll(view, alike))}>
                    {code("all", { count: alike.length })}
                  </Button>
                )}
              </span>
            )}
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
