import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Children, isValidElement, type ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { Severity } from "@/lib/severity";
import { startHref } from "../../links";
import { AnchorLink } from "./anchor-link";
import { Budget } from "./budget";
import { Symptoms } from "./parts";
import { separated } from "./separated";

export type ProcedureProps = {
  id: string;
  title: string;
  severity?: Severity;
  alerts?: string;
  within?: string;
  /** Found in plain Markdown: the text brings its own headings. */
  plain?: boolean;
  /** The runbook that it stands in. */
  runbook: string;
  children?: ReactNode;
};

/** One procedure: what it is for, how bad, how long; symptoms before everything else. */
export function Procedure({ id, title, severity, alerts, within, plain, runbook, children }: ProcedureProps) {
  const t = useTranslations("reading.blocks");
  const start = (
    <ButtonLink href={startHref(runbook, id)} className="print:hidden" aria-label={t("startNamed", { title })}>
      <Play aria-hidden className="size-4" />
      {t("start")}
    </ButtonLink>
  );
  if (plain) {
    return (
      <section id={id} aria-label={title} className={separated}>
        <div className="float-right ml-3 flex items-center gap-1">
          <AnchorLink id={id} title={title} />
          {start}
        </div>
        <div className="prose">{children}</div>
      </section>
    );
  }
  return (
    <section id={id} aria-labelledby={`${id}--title`} className={separated}>
      <header className="group/anchor mb-4 flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex items-start gap-1">
            <h2 id={`${id}--title`} className="text-xl font-semibold tracking-tight wrap-anywhere">
              {title}
            </h2>
            <AnchorLink id={id} title={title} />
          </div>
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
            {severity && <SeverityMark severity={severity} />}
            <Budget within={within} />
            {alerts && (
              <span className="flex flex-wrap gap-1">
                {alerts.split(/[,\s]+/).map((alert) => (
                  <Badge key={alert}>
                    <span className="sr-only">{t("alert")} </span>
                    <code>{alert}</code>
                  </Badge>
                ))}
              </span>
            )}
          </div>
        </div>
        {start}
      </header>
      <div className="prose grid gap-5 *:min-w-0">{symptomsFirst(children)}</div>
    </section>
  );
}

function symptomsFirst(children: ReactNode): ReactNode[] {
  const all = Children.toArray(children);
  const isSymptoms = (child: ReactNode) => isValidElement(child) && child.type === Symptoms;
  return [...all.filter(isSymptoms), ...all.filter((child) => !isSymptoms(child))];
}
