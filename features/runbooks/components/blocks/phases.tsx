import { PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";
import { Duration } from "@/components/ui/time";
import { parseDuration } from "../../duration";
import { Step, type StepProps } from "./step";

type PhaseProps = { order?: "sequence" | "any"; plain?: boolean; children?: ReactNode };

export function Diagnosis(props: PhaseProps) {
  const t = useTranslations("reading.blocks");
  return <Phase {...props} title={t("diagnosis")} hint={props.order === "any" ? t("anyOrder") : null} as="step" />;
}

/** Attempts, in order: each with its check, until one passes. */
export function Remediation(props: PhaseProps) {
  const t = useTranslations("reading.blocks");
  return <Phase {...props} title={t("remediation")} hint={t("attemptsHint")} as="attempt" />;
}

export function Verification(props: PhaseProps) {
  const t = useTranslations("reading.blocks");
  return <Phase {...props} title={t("verification")} hint={props.order === "any" ? t("anyOrder") : null} as="step" />;
}

/** Whom to call, and after how long. */
export function Escalation({ after, plain, children }: { after?: string; plain?: boolean; children?: ReactNode }) {
  const t = useTranslations("reading.blocks");
  if (plain) return children;
  const seconds = after ? parseDuration(after) : null;
  return (
    <section className="rounded border border-warning/50 bg-warning-soft px-4 py-3">
      <h3 className="mb-1 flex flex-wrap items-center gap-2 text-base font-semibold">
        <PhoneCall aria-hidden className="size-4 text-warning" />
        {t("escalation")}
        {seconds !== null && (
          <span className="text-warning">
            {t("escalateAfter")} <Duration seconds={seconds} />
          </span>
        )}
      </h3>
      {numbered(children, null)}
    </section>
  );
}

type FullPhaseProps = PhaseProps & { title: string; hint: string | null; as: "step" | "attempt" };

function Phase({ title, hint, order, as, plain, children }: FullPhaseProps) {
  if (plain) return children;
  return (
    <section>
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-lg font-semibold">
        {title}
        {hint && <span className="text-sm font-normal text-muted">{hint}</span>}
      </h3>
      <div className="mt-2 grid gap-3 *:min-w-0">{numbered(children, order === "any" ? null : as)}</div>
    </section>
  );
}

/** Gives the steps of a phase their headings, and their places; steps in any order have none. */
function numbered(children: ReactNode, as: "step" | "attempt" | null): ReactNode[] {
  let number = 0;
  return Children.toArray(children).map((child) => {
    if (!isValidElement(child) || child.type !== Step) return child;
    number += 1;
    const given: Partial<StepProps> = { heading: "h4", ...(as && { place: { number, as } }) };
    return cloneElement(child as ReactElement<StepProps>, given);
  });
}
