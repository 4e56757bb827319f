"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { EntryView } from "../../timeline/schema";
import { FormDialog } from "../change/form-dialog";
import { fromLocalInput, toLocalInput } from "../change/local-time";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";

/** Corrects an entry. If somebody was faster, their text is shown and ours stays: a person decides. */
export function CorrectDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const t = useTranslations("incidents.timeline");
  const change = useTranslations("incidents.change");
  const { api, addEntries } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [body, setBody] = useState(entry.body);
  const [at, setAt] = useState(toLocalInput(entry.happenedAt));
  const [reason, setReason] = useState("");
  const [theirs, setTheirs] = useState<EntryView | null>(null);

  const save = async () => {
    const happenedAt = at === toLocalInput(entry.happenedAt) ? undefined : (fromLocalInput(at) ?? undefined);
    const answer = await write<EntryView>("POST", `${api}/timeline/${entry.id}/corrections`, {
      expectedRevision: (theirs ?? entry).revision,
      body: body === entry.body && !theirs ? undefined : body,
      happenedAt,
      reason: reason || undefined,
    });
    if (answer.ok) {
      addEntries([answer.value]);
      onClose();
    } else if (answer.code === "stale_version") setTheirs(answer.details.current as EntryView);
  };
  return (
    <FormDialog
      title={t("correction.title")}
      size="lg"
      busy={busy}
      failure={failure?.code === "stale_version" ? null : failure?.text}
      onSubmit={save}
      onClose={onClose}
    >
      {theirs && (
        <Notice tone="warning" live title={t("correction.staleTitle")}>
          <p>{t("correction.staleText")}</p>
          <pre className="mt-2 max-h-40 overflow-auto rounded border border-line bg-surface p-2 text-sm whitespace-pre-wrap">
            {theirs.body}
          </pre>
        </Notice>
      )}
      <Field label={t("correction.text")} required>
        <Textarea
          rows={5}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          className="font-mono text-sm"
        />
      </Field>
      <Field label={t("correction.when")} hint={change("timesHint")}>
        <Input type="datetime-local" step={1} value={at} onChange={(event) => setAt(event.target.value)} />
      </Field>
      <Field label={t("correction.reason")}>
        <Input value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
