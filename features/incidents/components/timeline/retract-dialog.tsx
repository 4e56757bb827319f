"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { EntryView } from "../../timeline/schema";
import { FormDialog } from "../change/form-dialog";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";

export function RetractDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const t = useTranslations("incidents.timeline");
  const { api, addEntries } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [reason, setReason] = useState("");
  const save = async () => {
    const answer = await write<EntryView>("POST", `${api}/timeline/${entry.id}/retraction`, { reason });
    if (!answer.ok) return;
    addEntries([answer.value]);
    onClose();
  };
  return (
    <FormDialog
      title={t("correction.retractTitle")}
      submit={t("retract")}
      danger
      busy={busy}
      failure={failure?.text}
      onSubmit={save}
      onClose={onClose}
    >
      <p>{t("correction.retractText")}</p>
      <Field label={t("correction.retractReason")} required>
        <Input value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
