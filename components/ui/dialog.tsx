"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./button";
import { classes } from "./classes";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom. */
  footer?: ReactNode;
  size?: "md" | "lg" | "xl";
  /** Keeps the title for screen readers only. */
  hideTitle?: boolean;
};

const widths = { md: "max-w-md", lg: "max-w-2xl", xl: "max-w-5xl" };

/**
 * A native modal dialog: focus stays inside, Escape and a click outside close it, focus returns to where it was. It starts on
 * the first control, or on the one with `data-autofocus`.
 */
export function Dialog({ open, onClose, title, children, footer, size = "md", hideTitle = false }: DialogProps) {
  const t = useTranslations("ui");
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
      className={classes(
        "scrim w-[calc(100vw-2rem)] rounded border border-line bg-surface p-0 text-ink open:flex open:flex-col",
        "max-h-[calc(100dvh-3rem)]",
        widths[size],
      )}
    >
      {open && (
        <>
          <header className={hideTitle ? "sr-only" : "flex items-center gap-3 border-b border-line py-2 pr-2 pl-4"}>
            <h2 id={titleId} className="min-w-0 flex-1 text-lg font-semibold">
              {title}
            </h2>
            {!hideTitle && (
              <IconButton label={t("close")} size="sm" onClick={onClose}>
                <X aria-hidden className="size-4" />
              </IconButton>
            )}
          </header>
          <div className={classes("min-h-0 overflow-y-auto", !hideTitle && "p-4")}>{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
          )}
        </>
      )}
    </dialog>
  );
}
