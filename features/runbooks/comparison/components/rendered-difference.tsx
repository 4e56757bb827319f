import { useTranslations } from "next-intl";
import { SectionMessages } from "@/components/layout/section-messages";
import type { Row } from "../align";
import type { Comparison } from "../comparison";
import type { Beside } from "./beside";
import { ChangeKeys } from "./change-keys";
import { FieldChanges } from "./field-changes";
import { Rows } from "./rows";
import type { Side } from "./word-pieces";

type Props = {
  comparison: Comparison;
  /** What the two sides are called, such as "Publicado" and "Propuesto". */
  titles: Record<Side, string>;
  lang: string;
  beside?: Beside;
};

/**
 * Two texts of a runbook as the page shows them, side by side, block by block: changed blocks in line with their words marked, the
 * unchanged ones folded. On a narrow screen one column, the old above the new. `n` and `p` go from change to change.
 */
export function RenderedDifference({ comparison, titles, lang, beside }: Props) {
  const t = useTranslations("comparison");
  const { rows, fields, changes } = comparison;
  if (changes === 0) return <p className="text-muted">{t("same")}</p>;
  return (
    <section aria-label={t("label")} data-comparison>
      <SectionMessages section="comparison">
        <ChangeKeys total={changes} />
      </SectionMessages>
      <div aria-hidden className="mb-2 hidden gap-4 text-sm font-semibold text-muted md:grid md:grid-cols-2">
        <span>{titles.before}</span>
        <span>{titles.after}</span>
      </div>
      <div lang={lang} className="grid gap-3 [&_[data-anchor]]:hidden [&_a[href^='/runs/new?']]:hidden">
        <FieldChanges fields={fields} titles={titles} />
        <Rows rows={rows as Row[]} comparison={comparison} titles={titles} beside={beside} />
      </div>
    </section>
  );
}
