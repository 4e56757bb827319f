import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Problem } from "../../artifact";

export type BrokenNoticeProps = { path: string; stale: boolean; problems: Problem[] };

/** A file that is refused: what is shown instead, and, to those who can mend it, each problem with its place. */
export function BrokenNotice({ path, stale, problems }: BrokenNoticeProps) {
  const t = useTranslations("reading.broken");
  const say = useTranslations("problems");
  return (
    <Notice tone="warning" title={stale ? t("stale", { path }) : t("unreadable", { path })}>
      {problems.length === 0 ? (
        <p>{t("tellEditor")}</p>
      ) : (
        <ul className="mt-1 grid gap-1">
          {problems.map((problem) => (
            <li key={`${problem.line}:${problem.column} ${problem.rule}`} className="wrap-anywhere">
              <code className="text-sm">
                {problem.file}:{problem.line}:{problem.column}
              </code>{" "}
              {say.has(problem.rule) ? say(problem.rule, problem.values) : problem.message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
