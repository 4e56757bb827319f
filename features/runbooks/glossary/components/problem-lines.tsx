import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Glossary } from "../meaning";

/** Lines that are passed over, each with what is wrong; they are mended in the text. */
export function ProblemLines({ problems, text }: { problems: Glossary["problems"]; text: string }) {
  const t = useTranslations("glossary.problems");
  const said = useTranslations("problems");
  if (problems.length === 0) return null;
  const lines = text.split("\n");
  return (
    <Notice tone="warning" className="mt-4" title={t("title", { count: problems.length })}>
      <ul className="mt-1 grid gap-2">
        {problems.slice(0, 20).map(({ line, column, rule, values }) => (
          <li key={`${line}:${column} ${rule}`}>
            <p className="font-mono text-sm wrap-anywhere">
              {line}:{column} {(lines[line - 1] ?? "").slice(0, 120)}
            </p>
            <p className="text-sm">{said(rule, values)}</p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
