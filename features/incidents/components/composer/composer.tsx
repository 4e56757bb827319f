"use client";
import { CornerDownLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Kbd } from "@/components/ui/kbd";
import { ownTimeZone } from "@/components/ui/now";
import { type Outgoing, outgoing } from "../../quick/outgoing";
import { readQuickEntry } from "../../quick/quick-grammar";
import { asksForForm } from "../../updates/asks-for-form";
import { useTellWriting } from "../presence/use-tell-writing";
import { WritingLine } from "../presence/writing-line";
import { openUpdateForm } from "../updates/update-form-store";
import { useLiveIncident } from "../view/live-incident";
import { AttachButton } from "./attach/attach-button";
import { PendingFiles } from "./attach/pending-files";
import { useAttachments } from "./attach/use-attachments";
import { useDrop } from "./attach/use-drop";
import { BulkOffer } from "./bulk/bulk-offer";
import { useCompletion } from "./completion/use-completion";
import { useSteps } from "./completion/use-steps";
import { EntryField } from "./entry-field";
import { Inserts } from "./inserts";
import { useObstacle } from "./obstacle";
import { Preview } from "./preview";
import { QuickHelp } from "./quick-help";
import { SecretNotice } from "./secret-notice";
import { useFocusKeys } from "./use-focus-keys";
import { useGuardedEntry } from "./use-guarded-entry";
import { useWhen } from "./use-when";

type ComposerProps = { text: string; onText: (text: string) => void; onSend: (item: Outgoing) => void };

/** Where the timeline is written: one line that says, before it is sent, what will become of it. Enter sends it. */
export function Composer({ text, onText, onSend }: ComposerProps) {
  const t = useTranslations("incidents.composer");
  const q = useTranslations("incidents.quickEntry");
  const { incident, people, api } = useLiveIncident();
  const box = useRef<HTMLTextAreaElement>(null);
  const obstacleOf = useObstacle();
  const when = useWhen();
  const steps = useSteps(api, text.includes("#"));
  const completion = useCompletion({ box, text, onText, people, steps });
  const guarded = useGuardedEntry(text);
  const attachments = useAttachments();
  const drop = useDrop((files) => void attachments.add(files));
  const writing = useTellWriting();
  const now = new Date();
  const blank = text.trim() === "";
  const read = blank ? null : readQuickEntry(text, now, ownTimeZone());
  const wantsForm = asksForForm(text);
  const obstacle = read && !wantsForm ? obstacleOf(read, incident.status) : null;
  const filesOnly = blank && attachments.files.some(({ tooLarge }) => !tooLarge);

  const write = (next: string) => {
    onText(next);
    writing(next.trim() !== "");
  };
  const clear = () => {
    write("");
    guarded.forget();
    box.current?.focus();
  };
  useFocusKeys(box, (character) => {
    write(`${text}${character}`);
    box.current?.focus();
  });
  const post = (item: Outgoing) => {
    const { body, cleared } = guarded.outgoing(item.body);
    onSend({ ...item, body, ...(cleared.length > 0 && { cleared }) });
  };
  const send = () => {
    if (wantsForm) {
      write("");
      return openUpdateForm();
    }
    if (filesOnly) return attachments.send("", now);
    if (!read || obstacle || read.does === "nothing") return;
    const caption = read.does === "entry" && read.kind === "note" ? guarded.outgoing(read.body).body : null;
    const withFiles = attachments.files.length > 0 && caption !== null && attachments.fits(caption);
    if (attachments.files.length > 0) attachments.send(withFiles ? caption : "", read.happenedAt ?? now);
    if (!withFiles) post(outgoing(read, v7(), now));
    clear();
  };
  const sendAsNote = () => {
    post({ id: v7(), kind: "note", body: text.trim(), writtenAt: now.toISOString() });
    clear();
  };
  const insert = (verb: string) => {
    write(`${verb}${text.replace(/^\/\p{L}+\s*/u, "")}`);
    box.current?.focus();
  };

  return (
    <form
      {...drop.handlers}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className={classes(
        "relative border-t bg-surface px-3 pb-[max(0.5rem,env(safe-area-inset-bottom))]",
        drop.over ? "border-accent bg-accent-soft" : "border-line",
      )}
    >
      <WritingLine />
      <EntryField box={box} text={text} onText={write} onSend={send} completion={completion} />
      <PendingFiles attachments={attachments} />
      <SecretNotice guarded={guarded} />
      <BulkOffer text={text} onAdded={clear} />
      <div className="mt-1.5 flex items-center gap-2">
        <div
          aria-live="polite"
          className={classes("min-w-0 flex-1 text-sm text-muted", !read && !filesOnly && "sr-only")}
        >
          {obstacle && <span className="text-warning">{obstacle}</span>}
          {read && !obstacle && read.does !== "nothing" && (
            <>
              <span className="sr-only">{t("preview")}: </span>
              <Preview read={read} people={people} steps={steps} />
            </>
          )}
          {filesOnly && q("previewFiles", { count: attachments.files.length, when: when(null) })}
        </div>
        {!read && !filesOnly && <Inserts onInsert={insert} />}
        {obstacle && (
          <Button size="sm" onClick={sendAsNote}>
            {t("asNote")}
          </Button>
        )}
        <AttachButton onFiles={(files) => void attachments.add(files)} />
        <QuickHelp />
        <Button type="submit" variant="primary" size="sm" disabled={(!read && !filesOnly) || obstacle !== null}>
          {t("send")}
          <CornerDownLeft aria-hidden className="size-3.5" />
        </Button>
        <span className="hidden lg:inline">
          <Kbd>C</Kbd>
        </span>
      </div>
    </form>
  );
}
