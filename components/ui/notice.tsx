import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type NoticeTone = "info" | "warning" | "danger" | "success";

const looks = {
  info: { Icon: Info, box: "border-accent/40 bg-accent-soft", ink: "text-accent" },
  warning: { Icon: TriangleAlert, box: "border-warning/40 bg-warning-soft", ink: "text-warning" },
  danger: { Icon: OctagonAlert, box: "border-danger/40 bg-danger-soft", ink: "text-danger" },
  success: { Icon: CircleCheck, box: "border-success/40 bg-success-soft", ink: "text-success" },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Announce it when it appears: after an action, not on a page's load. */
  live?: boolean;
  className?: string;
};

/** Something to know about what is around it: tone, words, and what to do. */
export function Notice({ tone = "info", title, children, action, live = false, className }: NoticeProps) {
  const t = useTranslations("ui.tone");
  const { Icon, box, ink } = looks[tone];
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={classes("flex gap-3 rounded border px-3 py-2.5 text-ink", box, className)}
    >
      <Icon role="img" aria-label={t(tone)} className={classes("mt-0.5 size-4 shrink-0", ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
