import { Info, Lightbulb, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

const looks = {
  note: { Icon: Info, box: "border-line bg-raised", ink: "text-muted" },
  tip: { Icon: Lightbulb, box: "border-accent/40 bg-accent-soft", ink: "text-accent" },
  warning: { Icon: TriangleAlert, box: "border-warning/50 bg-warning-soft", ink: "text-warning" },
  danger: { Icon: OctagonAlert, box: "border-danger/50 bg-danger-soft", ink: "text-danger" },
};

/** An aside that must not be read over. */
export function Callout({ type, children }: { type: keyof typeof looks; children?: ReactNode }) {
  const t = useTranslations("reading.callout");
  const { Icon, box, ink } = looks[type] ?? looks.note;
  return (
    <div role="note" aria-label={t(type)} className={classes("beside flex gap-3 rounded border px-3 py-2.5", box)}>
      <Icon aria-hidden className={classes("mt-0.5 size-4 shrink-0", ink)} />
      <div className="prose min-w-0 flex-1">
        <div className={classes("text-sm font-semibold", ink)}>{t(type)}</div>
        {children}
      </div>
    </div>
  );
}
