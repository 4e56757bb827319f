import { Activity, HelpCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type PartProps = { plain?: boolean; children?: ReactNode };

/** What is seen when this procedure is the right one. */
export function Symptoms({ plain, children }: PartProps) {
  const t = useTranslations("reading.blocks");
  if (plain) return children;
  return (
    <section className="rounded border border-line bg-raised px-4 py-3">
      <h3 className="mb-1 flex items-center gap-2 text-base font-semibold">
        <Activity aria-hidden className="size-4 text-accent" />
        {t("symptoms")}
      </h3>
      {children}
    </section>
  );
}

/** Why it may happen: folded to a line, because the reader first wants to know what to do. */
export function Causes({ plain, children }: PartProps) {
  const t = useTranslations("reading.blocks");
  if (plain) return children;
  return (
    <details className="fold rounded border border-line px-4">
      <summary className="flex items-center gap-2 py-2.5 font-semibold">
        <HelpCircle aria-hidden className="size-4 text-muted" />
        <h3 className="inline">{t("causes")}</h3>
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
