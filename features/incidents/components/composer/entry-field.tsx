"use client";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, RefObject } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { CompletionList } from "./completion/completion-list";
import type { Completion } from "./completion/use-completion";

type EntryFieldProps = {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  completion: Completion;
};

/**
 * The field of the composer with its list of completions. It stays a text box of several lines, as ARIA in HTML wants of a
 * `textarea`, and names the line of the list that Enter takes.
 */
export function EntryField({ box, text, onText, onSend, completion }: EntryFieldProps) {
  const t = useTranslations("incidents.composer");
  const { offers, active, listId, optionId, onCaret } = completion;
  const listed = offers.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (completion.onKeyDown(event)) return;
    if (event.key === "Escape") box.current?.blur();
    // On a phone's keyboard, Enter is the only way to a new line.
    const newLine = event.shiftKey || window.matchMedia("(pointer: coarse)").matches;
    if (event.key !== "Enter" || event.nativeEvent.isComposing || (newLine && !event.ctrlKey)) return;
    event.preventDefault();
    onSend();
  };
  return (
    <div className="relative">
      <CompletionList completion={completion} />
      <Field label={t("label")} hideLabel>
        <Textarea
          ref={box}
          rows={1}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            onCaret();
          }}
          onKeyDown={onKeyDown}
          onSelect={onCaret}
          onBlur={onCaret}
          placeholder={t("placeholder")}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={listed ? optionId(active) : undefined}
          className="max-h-[30vh] min-h-9"
        />
      </Field>
    </div>
  );
}
