"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ChecklistView } from "../../incident-schema";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";
import { Panel } from "./panel";

/** The checklists of the incident, those of the moment first unfolded. */
export function Checklists() {
  const t = useTranslations("incidents.checklists");
  const { incident } = useLiveIncident();
  if (incident.checklists.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="text-sm text-muted">{t("none")}</p>
      </Panel>
    );
  }
  return incident.checklists.map((list) => <Checklist key={list.checklist} list={list} />);
}

function Checklist({ list }: { list: ChecklistView }) {
  const t = useTranslations("incidents.checklists");
  const done = list.items.filter((item) => item.checkedAt !== null).length;
  const total = list.items.length;
  return (
    <div id={`checklist-${list.moment}`}>
      <Panel title={list.title} action={<span className="text-sm text-muted">{t("progress", { done, total })}</span>}>
        <progress
          value={done}
          max={total}
          aria-label={`${list.title}: ${t("progress", { done, total })}`}
          className="mb-2 block h-1 w-full appearance-none overflow-hidden rounded bg-raised accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent"
        />
        <ul className="grid gap-0.5">
          {list.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
        <p className="mt-1 text-xs text-muted">{t(list.moment)}</p>
      </Panel>
    </div>
  );
}

function Item({ item }: { item: ChecklistView["items"][number] }) {
  const t = useTranslations("incidents.checklists");
  const words = useTranslations("outbox");
  const { incident, can, api, actor, refresh } = useLiveIncident();
  const { failure, write } = useWrite();
  const [pending, setPending] = useState<boolean | null>(null);
  const checked = pending ?? item.checkedAt !== null;
  const tick = async (next: boolean) => {
    setPending(next);
    const body = { checked: next, expectedVersion: item.version };
    const answer = await write("POST", `${api}/checklist-items/${item.id}`, body, {
      label: words(next ? "did.tick" : "did.untick", { title: item.title }),
      change: { does: "tick", item: item.id, checked: next, by: actor.name },
      chain: `item:${item.id}`,
      onQueued: () => setPending(null),
    });
    if (answer.ok || answer.code !== "offline") await refresh();
    setPending(null);
  };
  return (
    <li>
      <label className="flex items-start gap-2 rounded px-1 py-1 hover:bg-raised">
        <input
          type="checkbox"
          checked={checked}
          disabled={can.tickChecklists !== true || incident.status === "closed" || pending !== null}
          onChange={(event) => void tick(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 wrap-anywhere">
          <span className={checked ? "text-muted line-through" : ""}>{item.title}</span>
          {item.checkedBy && (
            <span className="block text-xs text-muted">{t("checkedBy", { name: item.checkedBy })}</span>
          )}
          <span role="status" className="block text-xs text-danger empty:hidden">
            {failure?.text}
          </span>
        </span>
      </label>
    </li>
  );
}
