"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { Button } from "@/components/ui/button";
import { kinds, urgencies } from "../kinds";
import type { WorklistItem } from "../schema";
import { DismissDialog } from "./dismiss-dialog";
import { SnoozeDialog } from "./snooze-dialog";
import { useDecisions } from "./use-decisions";
import { WorklistRow } from "./worklist-row";

type Props = { items: WorklistItem[]; today: string };

const canVouch = ({ kind, dismissed, runbook }: WorklistItem) => kinds[kind].todo === "vouch" && !dismissed && runbook;

/** The items by owner, then by urgency. Each can be chosen, put off and dismissed; `j` and `k` go through them. */
export function WorklistList({ items, today }: Props) {
  const t = useTranslations("worklist");
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ what: "snooze" | "dismiss"; item: WorklistItem } | null>(null);
  const decisions = useDecisions(() => setChosen(new Set()));
  const marked = items.filter((item) => chosen.has(item.id) && canVouch(item));

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
  const current = () => {
    const row = document.activeElement?.closest<HTMLElement>("[data-item]");
    return items.find(({ id }) => id === row?.dataset.item);
  };
  const step = (by: number) => {
    const all = rows();
    const at = all.findIndex((row) => row.contains(document.activeElement));
    all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))]?.focus();
  };
  const toggle = (item: WorklistItem | undefined) => {
    if (!item || !canVouch(item)) return;
    setChosen((all) => new Set(all.has(item.id) ? [...all].filter((id) => id !== item.id) : [...all, item.id]));
  };
  const group = t("keys.group");
  useKeys([
    { keys: "j", group, description: t("keys.next"), run: () => step(1) },
    { keys: "k", group, description: t("keys.previous"), run: () => step(-1) },
    { keys: "x", group, description: t("keys.choose"), run: () => toggle(current()) },
    {
      keys: "v",
      group,
      description: t("keys.vouch"),
      run: () => {
        const one = current();
        if (marked.length > 0) void decisions.vouch(marked);
        else if (one && canVouch(one)) void decisions.vouch([one]);
      },
    },
    {
      keys: "z",
      group,
      description: t("keys.snooze"),
      run: () => {
        const item = current();
        if (item) setAsking({ what: "snooze", item });
      },
    },
  ]);

  return (
    <div ref={list}>
      {groupsOf(items).map(({ key, owner, mine, parts }) => (
        <section key={key} aria-labelledby={`owner-${key}`} className="mb-8">
          <h2 id={`owner-${key}`} className="mb-2 flex flex-wrap items-baseline gap-x-3 text-lg font-semibold">
            <span className="min-w-0 wrap-anywhere">{owner || t("noOwner")}</span>
            {mine && <span className="text-sm font-normal text-muted">{t("yours")}</span>}
          </h2>
          {parts.map(({ urgency, members }) => (
            <div key={urgency}>
              <h3 className="mt-3 mb-1 text-sm font-medium text-muted">{t(`urgency.${urgency}`)}</h3>
              <ul className="divide-y divide-line rounded border border-line bg-surface">
                {members.map((item) => (
                  <WorklistRow
                    key={item.id}
                    item={item}
                    chosen={canVouch(item) ? chosen.has(item.id) : null}
                    busy={decisions.busy}
                    onChoose={() => toggle(item)}
                    onVouch={() => void decisions.vouch([item])}
                    onAnswerFor={() => void decisions.answerFor(item)}
                    onSnooze={() => setAsking({ what: "snooze", item })}
                    onDismiss={() => setAsking({ what: "dismiss", item })}
                    onReopen={() => void decisions.reopen(item)}
                  />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      {marked.length > 0 && (
        <div className="sticky bottom-4 z-20 flex flex-wrap items-center gap-3 rounded border border-accent/40 bg-accent-soft px-4 py-2.5">
          <p className="min-w-0 flex-1 basis-48">{t("vouch.chosen", { count: marked.length })}</p>
          <Button variant="ghost" size="sm" onClick={() => setChosen(new Set())}>
            {t("vouch.none")}
          </Button>
          <Button variant="primary" size="sm" disabled={decisions.busy} onClick={() => void decisions.vouch(marked)}>
            {t("vouch.many", { count: marked.length })}
          </Button>
        </div>
      )}
      <SnoozeDialog
        item={asking?.what === "snooze" ? asking.item : null}
        today={today}
        onClose={() => setAsking(null)}
        onSnooze={decisions.snooze}
      />
      <DismissDialog
        item={asking?.what === "dismiss" ? asking.item : null}
        onClose={() => setAsking(null)}
        onDismiss={decisions.dismiss}
      />
    </div>
  );
}

/** In the order given: each owner once, and under it each urgency. */
function groupsOf(items: WorklistItem[]) {
  const owners = new Map<string, WorklistItem[]>();
  for (const item of items) {
    const key = item.owner.toLowerCase();
    owners.set(key, [...(owners.get(key) ?? []), item]);
  }
  return [...owners.values()].map((members, at) => ({
    key: String(at),
    owner: members[0]?.owner ?? "",
    mine: members[0]?.mine ?? false,
    parts: urgencies
      .map((urgency) => ({ urgency, members: members.filter((item) => item.urgency === urgency) }))
      .filter((part) => part.members.length > 0),
  }));
}
