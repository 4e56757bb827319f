import { ArrowRight, CircleCheck, PhoneCall, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";
import { planTarget } from "../../pipeline/target";

/** Asks what was observed; each answer says where it leads. */
export function Decision({ id, question, children }: { id: string; question: string; children?: ReactNode }) {
  const t = useTranslations("reading.blocks");
  return (
    <section id={id} aria-label={question} className="beside rounded border border-accent/40">
      <div className="flex items-start gap-2 border-b border-accent/40 bg-accent-soft px-3 py-2 font-semibold">
        <Split role="img" aria-label={t("decision")} className="mt-0.5 size-4 shrink-0 text-accent" />
        {question}
      </div>
      <div className="divide-y divide-line">{children}</div>
    </section>
  );
}

type OptionProps = {
  label: string;
  /** A step or procedure id, here or in another runbook. */
  goto?: string;
  outcome?: "recovered" | "escalate";
  /** The runbook that it stands in. */
  runbook: string;
  children?: ReactNode;
};

/** One answer of a decision, with where it leads. */
export function DecisionOption({ label, goto, outcome, runbook, children }: OptionProps) {
  const href = gotoHref(goto, runbook);
  const t = useTranslations("reading.blocks");
  return (
    <div className="px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{label}</span>
        {outcome && (
          <span className="inline-flex items-center gap-1 text-sm text-muted">
            {outcome === "recovered" ? (
              <CircleCheck aria-hidden className="size-4 text-success" />
            ) : (
              <PhoneCall aria-hidden className="size-4 text-warning" />
            )}
            {t(`outcome.${outcome}`)}
          </span>
        )}
        {href && (
          <PageLink
            href={href}
            aria-label={t("gotoFor", { label })}
            className="inline-flex items-center gap-1 text-sm text-accent hover:underline"
          >
            {t("goto")}
            <ArrowRight aria-hidden className="size-4" />
          </PageLink>
        )}
      </div>
      {children && <div className="text-muted">{children}</div>}
    </div>
  );
}

function gotoHref(goto: string | undefined, runbook: string): string | null {
  const target = goto ? planTarget(goto, runbook) : null;
  if (!target) return null;
  return target.includes("/") ? `/runbooks/${target}` : `#${target}`;
}
