"use client";
import { AlarmClock, BadgeCheck, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { CalendarDay, RelativeTime } from "@/components/ui/time";
import { runbookHref } from "../../links";
import { kinds } from "../kinds";
import type { WorklistItem } from "../schema";
import { useItemWords } from "./use-item-words";

type Props = {
  item: WorklistItem;
  /** Null where there is nothing to vouch for. */
  chosen: boolean | null;
  busy: boolean;
  onChoose: () => void;
  onVouch: () => void;
  onAnswerFor: () => void;
  onSnooze: () => void;
  onDismiss: () => void;
  onReopen: () => void;
};

/** One thing to see to: what, since when, and the one thing to do; beside it, later and never. */
export function WorklistRow({ item, chosen, busy, ...on }: Props) {
  const t = useTranslations("worklist");
  const { name, text, todo, href } = useItemWords()(item);
  const { title, runbook, dueOn, since, snoozedUntil, dismissed, urgency } = item;
  const of = { title };
  return (
    <li data-item={item.id} tabIndex={-1} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2.5">
      {chosen !== null && (
        <input
          type="checkbox"
          checked={chosen}
          onChange={on.onChoose}
          aria-label={t("vouch.choose", of)}
          className="size-4 shrink-0 accent-accent"
        />
      )}
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          {runbook ? (
            <PageLink href={runbookHref(runbook)} className="min-w-0 font-medium wrap-anywhere hover:underline">
              {title}
            </PageLink>
          ) : (
            <span className="min-w-0 font-medium wrap-anywhere">{title}</span>
          )}
          <Badge tone={urgency === 1 ? "danger" : urgency === 2 ? "warning" : "neutral"}>{name}</Badge>
          {item.service && <span className="text-sm text-muted">{item.service}</span>}
        </p>
        <p className="text-sm wrap-anywhere">{text}</p>
        <p className="text-sm text-muted">
          {dueOn
            ? t.rich(item.kind === "review-overdue" ? "overdueSince" : "dueOn", {
                day: () => <CalendarDay day={dueOn} />,
              })
            : t.rich("since", { when: () => <RelativeTime at={since} /> })}
          {snoozedUntil && !dismissed && (
            <> · {t.rich("snoozed", { day: () => <CalendarDay day={snoozedUntil} />, by: item.snoozedBy ?? "" })}</>
          )}
          {dismissed && <> · {t("dismissed", { by: dismissed.by, reason: dismissed.reason })}</>}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {kinds[item.kind].todo === "vouch" && !dismissed && (
          <Button size="sm" disabled={busy} aria-label={t("vouch.of", of)} onClick={on.onVouch}>
            <BadgeCheck aria-hidden className="size-4" />
            {todo}
          </Button>
        )}
        {kinds[item.kind].todo === "answer-for" && (
          <Button size="sm" disabled={busy} onClick={on.onAnswerFor}>
            {todo}
          </Button>
        )}
        {href && (
          <ButtonLink size="sm" href={href}>
            {todo}
          </ButtonLink>
        )}
        {dismissed || snoozedUntil ? (
          <IconButton size="sm" label={t("reopen.of", of)} disabled={busy} onClick={on.onReopen}>
            <Undo2 aria-hidden className="size-4" />
          </IconButton>
        ) : (
          <>
            <IconButton size="sm" label={t("snooze.of", of)} disabled={busy} onClick={on.onSnooze}>
              <AlarmClock aria-hidden className="size-4" />
            </IconButton>
            <IconButton size="sm" label={t("dismiss.of", of)} disabled={busy} onClick={on.onDismiss}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </>
        )}
      </div>
    </li>
  );
}
