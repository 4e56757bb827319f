"use client";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { useTicking } from "@/components/ui/now";
import { RelativeTime } from "@/components/ui/time";
import { DueTime } from "./due-time";

/** When the next update for stakeholders is due; past that, it says so in words. */
export function UpdateDue({ at }: { at: string | null }) {
  const t = useTranslations("incidents.list");
  const now = useTicking("minute");
  if (!at) return null;
  const overdue = new Date(at).getTime() < now;
  const when = () => (overdue ? <RelativeTime at={at} /> : <DueTime at={at} />);
  return (
    <span className={classes("text-sm whitespace-nowrap", overdue ? "font-medium text-warning" : "text-muted")}>
      {t.rich(overdue ? "updateOverdue" : "updateDue", { when })}
    </span>
  );
}
