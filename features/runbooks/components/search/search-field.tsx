"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, RefObject } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  initial: string;
  size: "md" | "lg";
  /** Holds a log: small letters, and room for the answer. */
  pasted: boolean;
  /** Ids of what is searched and of what is said about it. */
  controls: string;
  describedBy: string | undefined;
  onText: (text: string) => void;
  /** Enter, or the button. */
  onEnter: (event: { inNewTab: boolean }) => void;
  onDown: () => void;
};

/**
 * The search field. A text area, so that a pasted stack trace keeps its lines; Shift+Enter is a new line. A plain form without
 * JavaScript: it is posted, so that a log stays out of the address, and the portal leads a short query to its own.
 */
export function SearchField({ field, initial, size, pasted, controls, describedBy, onText, onEnter, onDown }: Props) {
  const t = useTranslations("readingTools.search");
  const large = size === "lg";
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.shiftKey || event.altKey) return;
    const { selectionEnd, value } = event.currentTarget;
    if (event.key === "Enter") onEnter({ inNewTab: event.ctrlKey || event.metaKey });
    else if (event.key === "ArrowDown" && !value.slice(selectionEnd).includes("\n")) onDown();
    else return;
    event.preventDefault();
  };
  return (
    <search>
      <form
        action="/search"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          onEnter({ inNewTab: false });
        }}
        className={classes(
          "flex items-stretch gap-2",
          large && "flex-col sm:flex-row",
          pasted && (large ? "sm:items-start" : "items-start"),
        )}
      >
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className={classes("pointer-events-none absolute left-3 size-5 text-muted", large ? "top-4.5" : "top-3")}
          />
          <textarea
            ref={field}
            name="q"
            rows={1}
            defaultValue={initial}
            required
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            aria-label={t("label")}
            aria-controls={controls}
            aria-describedby={describedBy}
            placeholder={t("placeholder")}
            onInput={(event) => onText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            className={classes(
              "block field-sizing-content w-full resize-none rounded border border-line-strong bg-surface pr-3 pl-10 text-ink placeholder:text-muted",
              pasted ? "max-h-32 font-mono" : "max-h-60",
              large ? "min-h-14 py-4 sm:py-3.5" : "min-h-11 py-2.5",
              pasted ? "text-sm" : large ? "text-lg sm:text-xl" : "text-lg",
            )}
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          className={classes(
            "h-auto",
            large ? "py-3 text-lg sm:px-6" : "px-4",
            large && !pasted && "sm:py-0",
            pasted && "min-h-11",
          )}
        >
          {t("submit")}
        </Button>
      </form>
    </search>
  );
}
