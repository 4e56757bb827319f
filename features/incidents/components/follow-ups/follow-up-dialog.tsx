"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { FollowUpView } from "../../incident-schema";
import { FormDialog } from "../change/form-dialog";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";

type Form = { title: string; owner: string; dueOn: string };
const formOf = ({ title, owner, dueOn }: FollowUpView): Form => ({ title, owner: owner.id ?? "", dueOn });

/** A new follow-up, with owner and day. */
export function AddFollowUpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("incidents.followUps");
  const words = useTranslations("outbox");
  const { api, people, actor, refresh } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [id] = useState(() => v7());
  const [form, setForm] = useState<Form>({ title: "", owner: actor.id ?? people[0]?.id ?? "", dueOn: "" });
  const save = async () => {
    const owner = form.owner === actor.id ? undefined : form.owner || undefined;
    const name = people.find((person) => person.id === form.owner)?.name ?? actor.name;
    const { title, dueOn } = form;
    const added = { id, title, dueOn, owner: { id: form.owner, name }, doneAt: null, version: 1 };
    const answer = await write(
      "POST",
      `${api}/follow-ups`,
      { ...form, id, owner },
      {
        label: words("did.followUp", { title, name }),
        change: { does: "follow-up", followUp: added },
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
      <Fields form={form} onChange={setForm} />
    </FormDialog>
  );
}

/** Changes a follow-up. What somebody else saved meanwhile is shown; what was typed here stays. */
export function EditFollowUpDialog({ followUp, onClose }: { followUp: FollowUpView; onClose: () => void }) {
  const t = useTranslations("incidents.followUps");
  const { api, refresh } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [base, setBase] = useState(followUp);
  const [form, setForm] = useState(formOf(followUp));
  const [stale, setStale] = useState(false);
  const save = async () => {
    const before = formOf(base);
    const names = (Object.keys(form) as (keyof Form)[]).filter((name) => form[name] !== before[name]);
    if (names.length === 0) return onClose();
    const body = { ...Object.fromEntries(names.map((name) => [name, form[name]])), expectedVersion: base.version };
    const answer = await write<FollowUpView>("PATCH", `${api}/follow-ups/${base.id}`, body);
    if (!answer.ok && answer.code === "stale_version") {
      setBase(answer.details.current as FollowUpView);
      setStale(true);
    }
    await refresh();
    if (answer.ok) onClose();
  };
  return (
    <FormDialog
      title={t("edit")}
      busy={busy}
      failure={failure?.code === "stale_version" ? null : failure?.text}
      onSubmit={save}
      onClose={onClose}
    >
      {stale && (
        <Notice tone="warning" live title={t("stale")}>
          {base.title} · {base.owner.name} · {base.dueOn}
        </Notice>
      )}
      <Fields form={form} onChange={setForm} former={base.owner} />
    </FormDialog>
  );
}

type FieldsProps = { form: Form; onChange: (form: Form) => void; former?: FollowUpView["owner"] };

function Fields({ form, onChange, former }: FieldsProps) {
  const t = useTranslations("incidents.followUps");
  const { people } = useLiveIncident();
  const gone = former && !people.some(({ id }) => id === former.id) ? former : null;
  const set = (name: keyof Form) => (event: { target: { value: string } }) =>
    onChange({ ...form, [name]: event.target.value });
  return (
    <>
      <Field label={t("task")} required>
        <Input value={form.title} maxLength={300} onChange={set("title")} />
      </Field>
      <Field label={t("owner")}>
        <Select value={form.owner} onChange={set("owner")}>
          {gone && <option value={gone.id ?? ""}>{gone.name}</option>}
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("due")} required>
        <Input type="date" value={form.dueOn} onChange={set("dueOn")} />
      </Field>
    </>
  );
}
