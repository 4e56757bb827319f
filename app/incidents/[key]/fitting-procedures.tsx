import { getTranslations } from "next-intl/server";
import { Marked } from "@/components/ui/marked";
import { Panel } from "@/features/incidents/components/side/panel";
import type { Told } from "@/features/runbooks/finding/fitting";
import { loadFitting } from "@/features/runbooks/finding/loaders";
import { runbookHref } from "@/features/runbooks/links";

/** Procedures for an incident: those that a rule leads to from its alert, and those that its words find. */
export async function FittingProcedures({ told }: { told: Told }) {
  const t = await getTranslations("finding.fitting");
  const found = await loadFitting(told);
  if (found.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <ul className="grid gap-2 text-sm">
        {found.map(({ path, anchor, title, service, lang, snippet, matches, rule }) => (
          <li key={`${path}#${anchor}`}>
            <a
              href={runbookHref(path, anchor)}
              lang={lang}
              className="font-medium text-accent wrap-anywhere hover:underline"
            >
              {title}
            </a>{" "}
            <span className="text-muted">
              {service} · {t(rule ? "rule" : "text")}
            </span>
            {snippet && (
              <p lang={lang} className="line-clamp-2 text-muted wrap-anywhere">
                <Marked text={snippet} matches={matches} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
