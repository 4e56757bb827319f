"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ChangedHandover } from "../../handover/schema";
import type { ChangedIncident, IncidentSummary } from "../../incident-schema";
import type { RoleName } from "../../schema";
import { PendingOffer } from "../handover/pending-offer";
import { useLiveIncident } from "../view/live-incident";
import { FormDialog } from "./form-dialog";
import { OvertakenNotice } from "./overtaken-notice";
import { useOvertaken } from "./use-overtaken";

/** Gives a role to a person, hands one's own over with a note, or leaves it vacant. */
export function RoleDialog({ role, onClose }: { role: RoleName; onClose: () => void }) {
  const t = useTranslations("incidents");
  const words = useTranslations("outbox");
  const { incident, api, people, actor, addEntries, addSummary, refresh } = useLiveIncident();
  const holderIn = ({ roles }: IncidentSummary) => roles.find((each) => each.role === role);
  const { busy, failure, write, overtaken, unseen, agree, theirs } = useOvertaken(
    (each) => holderIn(each)?.since ?? "",
    "role",
  );
  const holder = holderIn(incident)?.person;
  const mine = holder !== undefined && holder.id === actor.id;
  const offer = incident.handovers.find((each) => each.role === role);
  const others = people.filter(({ id }) => !mine || id !== actor.id);
  const [person, setPerson] = useState(mine ? "" : (actor.id ?? people[0]?.id ?? ""));
  const [note, setNote] = useState("");
  const [atOnce, setAtOnce] = useState(false);
  const [id] = useState(() => v7());
  const offering = mine && !atOnce && !offer;

  const done = ({ entry, incident: next }: ChangedIncident) => {
    addEntries([entry]);
    addSummary(next);
    void refresh();
    onClose();
  };
  const save = async () => {
    if (unseen) return agree();
    if (holder?.id === person) return onClose();
    if (!offering) {
      const body = { id, role, person: person === actor.id ? undefined : person, holder: holder?.id ?? null };
      const name = people.find((each) => each.id === person)?.name ?? "";
      const answer = await write<ChangedIncident>("POST", `${api}/roles`, body, {
        label: words("did.role", { role: t(`role.${role}`), name }),
        change: { does: "entry" },
        chain: `role:${incident.key}:${role}`,
        onQueued: onClose,
      });
      return answer.ok ? done(answer.value) : undefined;
    }
    const answer = await write<ChangedHandover>("POST", `${api}/handovers`, { id, role, to: person, note });
    if (!answer.ok) return;
    addEntries([answer.value.entry]);
    await refresh();
    onClose();
  };
  const renounce = async () => {
    if (unseen) return agree();
    const seen = new URLSearchParams({ id, ...(holder?.id ? { holder: holder.id } : {}) });
    const answer = await write<ChangedIncident>("DELETE", `${api}/roles/${role}?${seen}`, undefined);
    if (answer.ok) done(answer.value);
  };
  return (
    <FormDialog
      title={t(`role.${role}`)}
      busy={busy}
      failure={failure?.text}
      submit={unseen ? t("overtaken.seen") : offering ? t("handover.offer") : undefined}
      onSubmit={save}
      onClose={onClose}
    >
      {overtaken && <OvertakenNotice theirs={theirs} />}
      {offer && <PendingOffer offer={offer} />}
      <Field
        label={offering ? t("handover.to") : t("change.person")}
        hint={!offering && holder ? t("handover.without", { name: holder.name }) : undefined}
        required
      >
        <Select value={person} onChange={(event) => setPerson(event.target.value)}>
          {mine && <option value="">{t("handover.choose")}</option>}
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === actor.id ? `${name} (${t("change.me")})` : name}
            </option>
          ))}
        </Select>
      </Field>
      {offering && (
        <Field label={t("handover.note")} hint={t("handover.noteHint")}>
          <Textarea rows={4} maxLength={20_000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      )}
      {holder && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          {mine && !offer ? (
            <label className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                checked={atOnce}
                onChange={(event) => setAtOnce(event.target.checked)}
                className="accent-accent"
              />
              {t("handover.atOnce")}
            </label>
          ) : (
            <span />
          )}
          <Button size="sm" variant="ghost" onClick={renounce} disabled={busy}>
            {t("change.renounce")}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
