"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CalendarDay } from "@/components/ui/time";
import type { FoundRunbook as Found, FoundSection } from "../../finding/answer";
import { CriticalityBadge } from "./criticality-badge";
import { SectionLink } from "./section-link";

type Props = {
  found: Found;
  /** Enter opens its best section. */
  isBest: boolean;
  /** How its procedure went before; it may arrive later and has its place meanwhile. */
  record?: (section: FoundSection) => ReactNode;
  onOpen: (section: FoundSection) => void;
};

/** What one runbook answers: what it is, whether it can be trusted, its best section, and the others folded beneath. */
export function FoundRunbook({ found: { path, best, others }, isBest, record, onOpen }: Props) {
  const t = useTranslations("finding");
  const { title, service, lang } = best;
  return (
    <section aria-labelledby={`found-${path}`} className="mb-5 border-t border-line pt-3">
      <h2 id={`found-${path}`} lang={lang} className="text-sm wrap-anywhere">
        <span className="font-semibold text-ink">{title}</span> <span className="text-muted">{service}</span>
      </h2>
      <ul>
        <li>
          <SectionLink section={best} isBest={isBest} onOpen={onOpen} />
        </li>
      </ul>
      <p className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <CriticalityBadge criticality={best.criticality} />
        <span title={t("lang.label")}>{languageOf(lang, t)}</span>
        {record && best.procedure && (
          // On a phone between the short facts, where its room leaves no empty line: those after it fill the next one.
          <span className="min-h-5 min-w-40 sm:order-last sm:min-w-44">{record(best)}</span>
        )}
        <Freshness section={best} />
      </p>
      {others.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer rounded py-1 text-sm text-accent hover:underline">
            {t("more", { count: others.length })}
          </summary>
          <ul className="border-l border-line pl-4">
            {others.map((section) => (
              <li key={section.anchor}>
                <SectionLink section={section} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Freshness({ section: { reviewed, dueOn, overdueSince } }: { section: FoundSection }) {
  const t = useTranslations("finding");
  if (overdueSince)
    return (
      <Badge tone="warning">
        {t("overdue")} <CalendarDay day={overdueSince} />
      </Badge>
    );
  if (!reviewed) return <span>{t("neverReviewed")}</span>;
  return (
    <span>
      {t("reviewed")} <CalendarDay day={reviewed} />
      {dueOn && (
        <>
          {" · "}
          {t("due")} <CalendarDay day={dueOn} />
        </>
      )}
    </span>
  );
}

/** The language of a runbook, in words where the portal has them. */
function languageOf(lang: string, t: (key: "lang.es" | "lang.en") => string): string {
  const [primary = lang] = lang.toLowerCase().split("-");
  return primary === "es" || primary === "en" ? t(`lang.${primary}`) : lang;
}
