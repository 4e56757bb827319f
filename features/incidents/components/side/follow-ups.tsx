"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useTicking } from "@/components/ui/now";
import { Select } from "@/components/ui/select";
import { CalendarDay } from "@/components/ui/time";
import type { FollowUpView } from "../../incident-schema";
import { FormDialog } from "../change/form-dialog";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";
import { Panel } from "./panel";

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
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Item({ followUp }: { followUp: FollowUpView }) {
  const t = useTranslations("incidents.followUps");
  const words = useTranslations("outbox");
  const { can, api, refresh } = useLiveIncident();
  const { failure, write } = useWrite();
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
    <li>
      <label className="flex items-start gap-2 rounded px-1 py-1 hover:bg-raised">
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
    </li>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("incidents.followUps");
  const words = useTranslations("outbox");
  const { api, people, actor, refresh } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [id] = useState(() => v7());
  const [form, setForm] = useState({ title: "", owner: actor.id ?? people[0]?.id ?? "", dueOn: "" });
  const save = async () => {
    const owner = form.owner === actor.id ? undefined : form.owner || undefined;
    const name = people.find((person) => person.id === form.owner)?.name ?? actor.name;
    const { title, dueOn } = form;
    const answer = await write(
      "POST",
      `${api}/follow-ups`,
      { ...form, id, owner },
      {
        label: words("did.followUp", { title, name }),
        change: { does: "follow-up", followUp: { id, title, dueOn, owner: { id: form.owner, name }, doneAt: null } },
        chain: `follow-up:${id}`,
        onQueued: onClose,
      },
    );
    if (!answer.ok) return;
    await refresh();
    onClose();
  };
  return (
    <FormDialog title={t("add")} busy={busy} failure={failure?.text} onSubmit={save} onClose={onClose}>
      <Field label={t("task")} required>
        <Input
          value={form.title}
          maxLength={300}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
        />
      </Field>
      <Field label={t("owner")}>
        <Select value={form.owner} onChange={(event) => setForm({ ...form, owner: event.target.value })}>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("due")} required>
        <Input type="date" value={form.dueOn} onChange={(event) => setForm({ ...form, dueOn: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
