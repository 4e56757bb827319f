"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";

type Props = { initial?: string; size?: "md" | "lg"; autoFocus?: boolean };

/**
 * The large search field. A text area, so that a pasted stack trace keeps its lines; Enter searches, Shift+Enter is a new
 * line. A plain form without JavaScript.
 */
export function SearchForm({ initial = "", size = "md", autoFocus = false }: Props) {
  const t = useTranslations("readingTools.search");
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // On a touch screen focus would bring the keyboard up over the page.
    if (autoFocus && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [autoFocus]);

  return (
    <search>
      <form
        ref={form}
        action="/search"
        className={classes("flex items-stretch gap-2", size === "lg" && "flex-col sm:flex-row")}
      >
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className={classes(
              "pointer-events-none absolute left-3 size-5 text-muted",
              size === "lg" ? "top-4.5" : "top-3",
            )}
          />
          <textarea
            ref={field}
            name="q"
            rows={1}
            defaultValue={initial}
            maxLength={4_000}
            required
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            aria-label={t("label")}
            placeholder={t("placeholder")}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              form.current?.requestSubmit();
            }}
            className={classes(
              "block field-sizing-content max-h-60 w-full resize-none rounded border border-line-strong bg-surface pr-3 pl-10 text-ink placeholder:text-muted",
              size === "lg" ? "min-h-14 py-4 text-lg sm:py-3.5 sm:text-xl" : "min-h-11 py-2.5 text-lg",
            )}
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          className={classes("h-auto", size === "lg" ? "py-3 text-lg sm:px-6 sm:py-0" : "px-4")}
        >
          {t("submit")}
        </Button>
      </form>
    </search>
  );
}
