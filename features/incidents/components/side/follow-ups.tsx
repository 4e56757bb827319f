"use client";
import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import { useTicking } from "@/components/ui/now";
import { CalendarDay } from "@/components/ui/time";
import type { FollowUpView } from "../../incident-schema";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";
import { Panel } from "./panel";

const AddFollowUpDialog = laterDialog(() =>
  import("../follow-ups/follow-up-dialog").then((module) => module.AddFollowUpDialog),
);
const EditFollowUpDialog = laterDialog(() =>
  import("../follow-ups/follow-up-dialog").then((module) => module.EditFollowUpDialog),
);

/** What remains to be done afterwards, with owner and day. */
export function FollowUps() {
  const t = useTranslations("incidents.followUps");
  const { incident, can } = useLiveIncident();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={t("title")}
      action={
        can.followUp && (
          <IconButton label={t("add")} size="sm" onClick={() => setAdding(true)}>
            <Plus aria-hidden className="size-4" />
          </IconButton>
        )
      }
    >
      {incident.followUps.length === 0 && <p className="text-sm text-muted">{t("none")}</p>}
      <ul className="grid gap-1">
        {incident.followUps.map((followUp) => (
          <Item key={followUp.id} followUp={followUp} />
        ))}
      </ul>
      {adding && <AddFollowUpDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Item({ followUp }: { followUp: FollowUpView }) {
  const t = useTranslations("incidents.followUps");
  const { can, api, refresh } = useLiveIncident();
  const words = useTranslations("outbox");
  const { failure, write } = useWrite();
  const [editing, setEditing] = useState(false);
  const today = new Date(useTicking("minute")).toISOString().slice(0, 10);
  const done = followUp.doneAt !== null;
  const finish = async (next: boolean) => {
    const answer = await write(
      "PATCH",
      `${api}/follow-ups/${followUp.id}`,
      { done: next },
      {
        label: words(next ? "did.finish" : "did.reopen", { title: followUp.title }),
        change: { does: "finish", followUp: followUp.id, done: next },
        chain: `follow-up:${followUp.id}`,
        onQueued: () => {},
      },
    );
    if (answer.ok || answer.code !== "offline") await refresh();
  };
  return (
    <li className="flex items-start rounded hover:bg-raised">
      <label className="flex min-w-0 flex-1 items-start gap-2 px-1 py-1">
        <input
          type="checkbox"
          checked={done}
          disabled={can.followUp !== true}
          onChange={(event) => void finish(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1 wrap-anywhere">
          <span className={done ? "text-muted line-through" : ""}>{followUp.title}</span>
          <span className="flex flex-wrap gap-x-1 text-xs text-muted">
            {t("dueOn", { name: followUp.owner.name })} <CalendarDay day={followUp.dueOn} />
            {!done && followUp.dueOn < today && <Badge tone="warning">{t("overdue")}</Badge>}
          </span>
          <span role="status" className="block text-xs text-danger empty:hidden">
            {failure?.text}
          </span>
        </span>
      </label>
      {can.followUp && (
        <IconButton size="sm" label={t("editOf", { title: followUp.title })} onClick={() => setEditing(true)}>
          <Pencil aria-hidden className="size-3.5" />
        </IconButton>
      )}
      {editing && <EditFollowUpDialog followUp={followUp} onClose={() => setEditing(false)} />}
    </li>
  );
}
