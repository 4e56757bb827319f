import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/time";
import type { Reminder } from "../reminders/schema";
import { HideReminder } from "./hide-reminder";

/** This week's reminders, as rows of what waits for the reader. */
export function ReminderRows({ reminders, className }: { reminders: Reminder[]; className: string }) {
  const t = useTranslations("worklist.reminders");
  return reminders.map(({ id, owner, open, urgent, oldest }) => (
    <li key={id} className={className}>
      <ListChecks aria-hidden className="size-5 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
        {t("said", { owner, count: open })}
        <span className="block text-sm text-muted">
          {urgent > 0 && `${t("urgent", { count: urgent })} · `}
          {t.rich("oldest", { title: oldest.title, when: () => <RelativeTime at={oldest.since} /> })}
        </span>
      </p>
      <ButtonLink size="sm" variant="primary" href={`/worklist?owner=${encodeURIComponent(owner)}`}>
        {t("see")}
      </ButtonLink>
      <HideReminder id={id} label={t("hide", { owner })} failed={t("failed")} />
    </li>
  ));
}
