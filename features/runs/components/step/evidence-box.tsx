"use client";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { v7 } from "uuid";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { call } from "@/lib/http/client";
import { isText } from "@/lib/secrets/masked-file";
import { mask } from "@/lib/secrets/secret-value";
import type { RecordedEvidence } from "../../evidence/api";
import { evidenceLimit } from "../../expectation";
import type { StepView } from "../../schema";
import { EvidenceToolbar } from "../evidence/evidence-toolbar";
import { ProposalPanel } from "../evidence/proposal-panel";
import { SecretPreview } from "../evidence/secret-preview";
import { UploadList } from "../evidence/upload-list";
import { type GuardedText, outgoingFields } from "../evidence/use-guarded-text";
import { useProposal } from "../evidence/use-proposal";
import { useUploads } from "../evidence/use-uploads";
import { useLiveRun } from "../live/live-run";

type EvidenceBoxProps = { step: StepView; output: GuardedText };

/**
 * Where evidence comes in: output is pasted, typed or dropped as a text file; pictures and other files are sent at once. What it
 * says about the expectation is proposed; the person answers.
 */
export function EvidenceBox({ step, output }: EvidenceBoxProps) {
  const t = useTranslations("runs.evidence");
  const box = useRef<HTMLTextAreaElement>(null);
  const [selectFirst, setSelectFirst] = useState(false);
  const [over, setOver] = useState(false);
  const { uploads, add } = useUploads(step.id);
  const { busy, failure, record } = useRecord(step, output);
  const told = useProposal(step, output.masked);

  const take = async (files: File[]) => {
    const texts = files.filter((file) => isText(file) && file.size <= evidenceLimit);
    add(files.filter((file) => !texts.includes(file)));
    const read = await Promise.all(texts.map((file) => file.text()));
    if (read.length > 0) output.set([output.text, ...read].filter(Boolean).join("\n"));
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // A spreadsheet offers its cells as a picture too: text comes first.
    if (files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
    event.preventDefault();
    add(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  const maskSelection = () => {
    // What was selected last stays selected when the focus goes to the button, on a phone too.
    const { selectionStart: from = 0, selectionEnd: to = 0 } = box.current ?? {};
    setSelectFirst(from === to);
    if (from !== to) output.set(output.text.slice(0, from) + mask + output.text.slice(to));
    box.current?.focus();
  };

  return (
    <fieldset
      className={classes(
        "grid gap-2 rounded *:min-w-0",
        over && "outline-2 outline-offset-4 outline-accent outline-dashed",
      )}
      onPaste={onPaste}
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <legend className="sr-only">{t("group")}</legend>
      <Field
        label={t("label")}
        hint={step.evidenceRequired ? t("required") : t("hint")}
        error={failure ?? (selectFirst && output.text ? t("selectFirst") : undefined)}
      >
        <Textarea
          ref={box}
          name="run-evidence"
          rows={3}
          spellCheck={false}
          autoComplete="off"
          className="max-h-64 font-mono text-sm"
          placeholder={t("placeholder")}
          value={output.text}
          onChange={(event) => output.set(event.target.value)}
        />
      </Field>
      <EvidenceToolbar
        hasText={output.text.trim() !== ""}
        busy={busy}
        onFiles={add}
        onMask={maskSelection}
        onRecord={() => void record()}
      />
      <SecretPreview guarded={output} field="output" />
      <UploadList uploads={uploads} />
      <p role="status" className="sr-only">
        {told && t(told.proposal.verdict)}
      </p>
      {told && <ProposalPanel text={told.text} proposal={told.proposal} />}
    </fieldset>
  );
}

/** Puts the text on record before the step is answered. */
function useRecord(step: StepView, output: GuardedText) {
  const t = useTranslations("runs.evidence");
  const { run, update } = useLiveRun();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  /** The same text again is the same record: an answer may have been lost. */
  const sent = useRef({ text: "", id: "" });
  const record = async () => {
    const fields = outgoingFields({ text: output });
    if (!fields.text) return;
    if (sent.current.text !== fields.text) sent.current = { text: fields.text, id: v7() };
    setBusy(true);
    const path = `/api/v1/runs/${run.id}/steps/${encodeURIComponent(step.id)}/evidence`;
    const answer = await call<RecordedEvidence>("POST", path, { ...fields, id: sent.current.id });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.title || t("notRecorded"));
    setFailure(undefined);
    sent.current = { text: "", id: "" };
    update(answer.value.run);
    output.set("");
  };
  return { busy, failure, record };
}
