"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ChangedIncident } from "../../incident-schema";
import type { RoleName } from "../../schema";
import { useLiveIncident } from "../view/live-incident";
import { FormDialog } from "./form-dialog";
import { useWrite } from "./use-write";

/** Gives a role to a person, or leaves it vacant. */
export function RoleDialog({ role, onClose }: { role: RoleName; onClose: () => void }) {
  const t = useTranslations("incidents");
  const words = useTranslations("outbox");
  const { incident, api, people, actor, addEntries, addSummary } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const holder = incident.roles.find((each) => each.role === role)?.person;
  const [person, setPerson] = useState(actor.id ?? people[0]?.id ?? "");
  const done = ({ entry, incident: next }: ChangedIncident) => {
    addEntries([entry]);
    addSummary(next);
    onClose();
  };
  const save = async () => {
    if (holder?.id === person) return onClose();
    const body = { id: v7(), role, person: person === actor.id ? undefined : person };
    const answer = await write<ChangedIncident>("POST", `${api}/roles`, body, {
      label: words("did.role", { role: t(`role.${role}`), name: people.find(({ id }) => id === person)?.name ?? "" }),
      change: { does: "entry" },
      chain: `role:${incident.key}:${role}`,
      onQueued: onClose,
    });
    if (answer.ok) done(answer.value);
  };
  const renounce = async () => {
    const answer = await write<ChangedIncident>("DELETE", `${api}/roles/${role}`, undefined);
    if (answer.ok) done(answer.value);
  };
  return (
    <FormDialog title={t(`role.${role}`)} busy={busy} failure={failure?.text} onSubmit={save} onClose={onClose}>
      <Field label={t("change.person")}>
        <Select value={person} onChange={(event) => setPerson(event.target.value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === actor.id ? `${name} (${t("change.me")})` : name}
            </option>
          ))}
        </Select>
      </Field>
      {holder && (
        <div>
          <Button size="sm" variant="ghost" onClick={renounce} disabled={busy}>
            {t("change.renounce")}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
