import { OctagonAlert, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { AnchorLink } from "./anchor-link";
import { Budget } from "./budget";

export type StepProps = {
  id: string;
  title: string;
  kind?: "read" | "change";
  within?: string;
  evidence?: "optional" | "required";
  irreversible?: boolean | "true" | "false";
  target?: string;
  plain?: boolean;
  /** Its place in its phase, which the phase gives. */
  place?: { number: number; as: "step" | "attempt" };
  /** One below the heading that it stands under. */
  heading?: "h3" | "h4";
  children?: ReactNode;
};

/** One step. What changes a system, and what cannot be taken back, is marked by word, icon and border. */
export function Step({
  id,
  title,
  kind,
  within,
  evidence,
  irreversible,
  target,
  plain,
  place,
  heading: Heading = "h3",
  children,
}: StepProps) {
  const t = useTranslations("reading.blocks");
  if (plain) return <div id={id}>{children}</div>;
  const final = irreversible === true || irreversible === "true";
  const changes = kind === "change" || final;
  return (
    <div
      id={id}
      className={classes(
        "rounded border bg-surface px-4 py-3 target:border-accent",
        final
          ? "border-l-4 border-danger/60 border-l-danger"
          : changes
            ? "border-l-4 border-line border-l-warning"
            : "border-line",
      )}
    >
      <div className="group/anchor flex flex-wrap items-start gap-x-2 gap-y-1">
        {place && (
          <span className="mt-px inline-flex h-5 min-w-5 items-center justify-center rounded bg-raised px-1.5 text-xs font-semibold text-muted">
            {place.as === "attempt" ? t("attempt", { number: place.number }) : place.number}
          </span>
        )}
        <Heading className="min-w-0 flex-1 basis-40 text-base font-semibold wrap-anywhere">{title}</Heading>
        <span className="ml-auto flex items-center gap-2">
          {evidence === "required" && <Badge>{t("evidence")}</Badge>}
          <Budget within={within} />
          <AnchorLink id={id} title={title} />
        </span>
      </div>
      {changes && (
        <div
          className={classes(
            "mt-1 flex flex-wrap items-center gap-x-2 text-sm",
            final ? "text-danger" : "text-warning",
          )}
        >
          {final ? <OctagonAlert aria-hidden className="size-4" /> : <PencilLine aria-hidden className="size-4" />}
          <span className="font-medium">{final ? t("irreversible") : t("change")}</span>
          {target && (
            <span className="text-ink">
              {t("target")} <code>{target}</code>
            </span>
          )}
        </div>
      )}
      {children && <div className="prose mt-2">{children}</div>}
    </div>
  );
}
