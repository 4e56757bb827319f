"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useTicking } from "@/components/ui/now";
import { Textarea } from "@/components/ui/textarea";
import { updateEvery } from "../../cadence";
import type { ChangedIncident } from "../../incident-schema";
import { isActive } from "../../machine";
import { updateParts } from "../../updates/update-parts";
import { FormDialog } from "../change/form-dialog";
import { useLatestEntry } from "../change/use-latest-entry";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";
import { NextUpdateChoice, nextInstant } from "./next-update-choice";
import { UpdatePreview } from "./update-preview";

const fields = ["condition", "actions", "needs"] as const;

/** What stakeholders are told: how it is, what is done, what is needed, and when they hear again; with how it will look. */
export function UpdateDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("incidents.updates");
  const { incident, api, skew, addEntries, addSummary } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [id] = useState(() => v7());
  const [parts, setParts] = useState({ condition: "", actions: "", needs: "" });
  const every = updateEvery[incident.severity];
  const [next, setNext] = useState({ choice: every === null ? "none" : String(every / 60), at: "" });
  const now = useTicking("minute") - skew;
  const last = useLatestEntry("update", id);
  const empty = fields.every((name) => parts[name] === "");
  const promised = isActive(incident.status) ? nextInstant(next, now) : null;

  const save = async () => {
    const nextUpdateAt = isActive(incident.status) ? nextInstant(next, Date.now() - skew) : undefined;
    const answer = await write<ChangedIncident>("POST", `${api}/updates`, { id, ...parts, nextUpdateAt });
    if (!answer.ok) return;
    addEntries([answer.value.entry]);
    addSummary(answer.value.incident);
    onClose();
  };
  return (
    <FormDialog
      title={t("title")}
      size="lg"
      busy={busy}
      failure={failure?.text}
      submit={t("publish")}
      onSubmit={save}
      onClose={onClose}
    >
      {last && empty && (
        <div>
          <Button size="sm" onClick={() => setParts(updateParts(last))}>
            {t("startFromLast")}
          </Button>
        </div>
      )}
      {fields.map((name) => (
        <Field
          key={name}
          label={t(`part.${name}`)}
          hint={name === "condition" ? undefined : t("optional")}
          required={name === "condition"}
        >
          <Textarea
            rows={2}
            maxLength={10_000}
            value={parts[name]}
            data-autofocus={name === "condition" || undefined}
            onChange={(event) => setParts({ ...parts, [name]: event.target.value })}
          />
        </Field>
      ))}
      {isActive(incident.status) && <NextUpdateChoice value={next} onChange={setNext} />}
      {!empty && <UpdatePreview parts={parts} nextUpdateAt={promised} />}
    </FormDialog>
  );
}
