"use client";
import { CornerDownLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { v7 } from "uuid";
import { useKeys } from "@/components/layout/keys/keys";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import { type Outgoing, outgoing } from "../../quick/outgoing";
import { readQuickEntry } from "../../quick/quick-grammar";
import { asksForForm } from "../../updates/asks-for-form";
import { openUpdateForm } from "../updates/update-form-store";
import { useLiveIncident } from "../view/live-incident";
import { Preview, useObstacle } from "./preview";
import { QuickHelp } from "./quick-help";

const inserts = ["evidence", "decision", "update", "status", "severity"] as const;

type ComposerProps = { text: string; onText: (text: string) => void; onSend: (item: Outgoing) => void };

/** Where the timeline is written: one line that says, before it is sent, what will become of it. Enter sends it. */
export function Composer({ text, onText, onSend }: ComposerProps) {
  const t = useTranslations("incidents.composer");
  const keys = useTranslations("incidents.keys");
  const { incident } = useLiveIncident();
  const box = useRef<HTMLTextAreaElement>(null);
  const obstacleOf = useObstacle();
  const now = new Date();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const read = text.trim() === "" ? null : readQuickEntry(text, now, zone);
  const obstacle = read && obstacleOf(read, incident.status);

  useKeys([{ keys: "c", description: keys("compose"), group: keys("group"), run: () => box.current?.focus() }]);

  const post = (item: Outgoing) => {
    onSend(item);
    onText("");
    box.current?.focus();
  };
  const send = () => {
    if (asksForForm(text)) return openForm();
    if (!read || obstacle || read.does === "nothing") return;
    post(outgoing(read, v7(), now));
  };
  const openForm = () => {
    onText("");
    openUpdateForm();
  };
  const sendAsNote = () => post({ id: v7(), kind: "note", body: text.trim(), writtenAt: now.toISOString() });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") box.current?.blur();
    // On a phone's keyboard, Enter is the only way to a new line.
    const newLine = event.shiftKey || window.matchMedia("(pointer: coarse)").matches;
    if (event.key !== "Enter" || event.nativeEvent.isComposing || (newLine && !event.ctrlKey)) return;
    event.preventDefault();
    send();
  };
  const insert = (verb: string) => {
    onText(`${verb}${text.replace(/^\/\p{L}+\s*/u, "")}`);
    box.current?.focus();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="border-t border-line bg-surface px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <Field label={t("label")} hideLabel>
        <Textarea
          ref={box}
          rows={1}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={t("placeholder")}
          className="max-h-[30vh] min-h-9"
        />
      </Field>
      <div className="mt-1.5 flex items-center gap-2">
        <p aria-live="polite" className={classes("min-w-0 flex-1 text-sm text-muted", !read && "sr-only")}>
          {obstacle && !asksForForm(text) && <span className="text-warning">{obstacle}</span>}
          {read && !obstacle && read.does !== "nothing" && (
            <>
              {t("preview")}:{" "}
              <strong className="font-medium text-ink">
                <Preview read={read} />
              </strong>
            </>
          )}
        </p>
        {!read && (
          <div className="flex min-w-0 flex-1 gap-1 overflow-x-auto">
            {inserts.map((name) => (
              <Button key={name} variant="ghost" size="sm" onClick={() => insert(t(`verb.${name}`))}>
                {t(`insert.${name}`)}
              </Button>
            ))}
          </div>
        )}
        {obstacle && !asksForForm(text) && (
          <Button size="sm" onClick={sendAsNote}>
            {t("asNote")}
          </Button>
        )}
        <QuickHelp />
        <Button type="submit" variant="primary" size="sm" disabled={!read || (obstacle !== null && !asksForForm(text))}>
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
