"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ChangedIncident } from "../../incident-schema";
import { FormDialog } from "../change/form-dialog";
import { OvertakenNotice } from "../change/overtaken-notice";
import { useOvertaken } from "../change/use-overtaken";
import { useLiveIncident } from "../view/live-incident";
import { NextUpdateChoice, nextInstant } from "./next-update-choice";

/** Moves the promised time, with the reason. */
export function SnoozeDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("incidents");
  const { incident, api, skew, addEntries, addSummary } = useLiveIncident();
  const { busy, failure, write, overtaken, unseen, agree, theirs } = useOvertaken(
    ({ nextUpdateDueAt }) => nextUpdateDueAt ?? "",
    "update",
  );
  const [id] = useState(() => v7());
  const [next, setNext] = useState({ choice: "30", at: "" });
  const [reason, setReason] = useState("");
  const save = async () => {
    if (unseen) return agree();
    const at = nextInstant(next, Date.now() - skew);
    const answer = await write<ChangedIncident>("POST", `${api}/next-update`, {
      id,
      at,
      reason,
      from: incident.nextUpdateDueAt,
    });
    if (!answer.ok) return;
    addEntries([answer.value.entry]);
    addSummary(answer.value.incident);
    onClose();
  };
  return (
    <FormDialog
      title={t("updates.snoozeTitle")}
      busy={busy}
      failure={failure?.text}
      submit={unseen ? t("overtaken.seen") : undefined}
      onSubmit={save}
      onClose={onClose}
    >
      {overtaken && <OvertakenNotice theirs={theirs} />}
      <NextUpdateChoice value={next} onChange={setNext} />
      <Field label={t("change.reason")} hint={t("updates.snoozeHint")} required>
        <Input value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
