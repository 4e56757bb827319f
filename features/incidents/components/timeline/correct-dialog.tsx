"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { EntryView } from "../../timeline/schema";
import { FormDialog } from "../change/form-dialog";
import { fromLocalInput, toLocalInput } from "../change/local-time";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";
import { TextChange } from "./text-change";

type CorrectDialogProps = {
  /** The entry as it was when its correction began. */
  entry: EntryView;
  /** The same as it is now: somebody else may have corrected it meanwhile. */
  latest: EntryView;
  onClose: () => void;
};

/**
 * Corrects an entry. If somebody else did so since, what they changed is shown, at once and not only when ours is refused; our text
 * stays in the form, and a person decides. Both stay in the history.
 */
export function CorrectDialog({ entry, latest, onClose }: CorrectDialogProps) {
  const t = useTranslations("incidents.timeline");
  const log = useTranslations("incidents.log");
  const change = useTranslations("incidents.change");
  const { api, addEntries } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [body, setBody] = useState(entry.body);
  const [at, setAt] = useState(toLocalInput(entry.happenedAt));
  const [reason, setReason] = useState("");
  const [answered, setAnswered] = useState<EntryView | null>(null);
  const now = answered && answered.revision > latest.revision ? answered : latest;
  const theirs = now.revision > entry.revision ? now : null;

  const save = async () => {
    const answer = await write<EntryView>("POST", `${api}/timeline/${entry.id}/corrections`, {
      expectedRevision: (theirs ?? entry).revision,
      // What was not touched here stays as the others left it.
      body: body === entry.body ? undefined : body,
      happenedAt: at === toLocalInput(entry.happenedAt) ? undefined : (fromLocalInput(at) ?? undefined),
      reason: reason || undefined,
    });
    if (answer.ok) {
      addEntries([answer.value]);
      onClose();
    } else if (answer.code === "stale_version") setAnswered(answer.details.current as EntryView);
  };
  return (
    <FormDialog
      title={t("correction.title")}
      submit={theirs ? log("saveMine") : undefined}
      size="lg"
      busy={busy}
      failure={failure?.code === "stale_version" ? null : failure?.text}
      onSubmit={save}
      onClose={onClose}
    >
      {theirs && (
        <Notice tone="warning" live title={t("correction.staleTitle")}>
          <p>{t("correction.staleText")}</p>
          <TextChange before={entry.body} after={theirs.body} className="max-h-40 bg-surface" />
          {body !== theirs.body && (
            <Button size="sm" className="mt-2" onClick={() => setBody(`${theirs.body}\n\n${body}`)}>
              {log("both")}
            </Button>
          )}
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
