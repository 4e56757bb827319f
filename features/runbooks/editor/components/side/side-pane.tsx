"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, type RefObject, Suspense, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { scrollable } from "@/components/ui/scrollable";
import type { CodeEditorHandle } from "../code/code-editor";
import { PreviewBoundary } from "../preview-boundary";
import type { useInspection } from "../use-inspection";
import { useScrollInStep } from "./use-scroll-in-step";
import type { TextPlace } from "./use-text-place";

export const sideModes = ["page", "run", "matter"] as const;
/** What stands beside the text: the page as readers see it, a run of it, or the front matter as a form. */
export type SideMode = (typeof sideModes)[number];

type Props = {
  editor: RefObject<CodeEditorHandle | null>;
  place: TextPlace;
  inspection: ReturnType<typeof useInspection>;
  mode: SideMode;
  onMode: (mode: SideMode) => void;
  matter: ReactNode;
  /** Whether it is in sight where the screen is narrow. */
  className: string;
};

/** Beside the text: page, run or form, one at a time. */
export function SidePane({ editor, place, inspection, mode, onMode, matter, className }: Props) {
  const t = useTranslations("editing");
  const page = useRef<HTMLElement>(null);
  const errors = inspection.problems.some(({ severity }) => severity === "error");
  const shown = mode === "run" ? inspection.walked : inspection.rendered;
  useScrollInStep({ editor, page, place, shown, enabled: mode === "page" });
  const here = mode === "page" ? (place.section?.id ?? "") : "";

  // The blocks are rendered by the server: what is under the cursor is marked on what came.
  useEffect(() => {
    const block = shown && here ? page.current?.querySelector(`#${CSS.escape(here)}`) : null;
    block?.setAttribute("data-here", "");
    return () => block?.removeAttribute("data-here");
  }, [here, shown]);

  return (
    <div
      className={classes("min-h-0 min-w-0 flex-col overflow-hidden rounded border border-line bg-canvas", className)}
    >
      <fieldset className="flex gap-1 border-b border-line p-1">
        <legend className="sr-only">{t("around.side.label")}</legend>
        {sideModes.map((one) => (
          <Button
            key={one}
            size="sm"
            aria-pressed={mode === one}
            variant={mode === one ? "secondary" : "ghost"}
            onClick={() => onMode(one)}
          >
            {t(`around.side.${one}`)}
          </Button>
        ))}
      </fieldset>
      <section
        ref={page}
        aria-label={mode === "matter" ? t("around.side.matter") : t("preview.title")}
        {...scrollable}
        onClickCapture={mode === "page" ? openBeside : undefined}
        className="min-h-0 flex-1 overflow-y-auto p-4 -outline-offset-2 [&_[data-here]]:outline-2 [&_[data-here]]:outline-offset-4 [&_[data-here]]:outline-accent/60"
      >
        {mode === "matter" ? (
          matter
        ) : (
          <>
            {errors && shown && <p className="mb-3 text-sm text-warning">{t("preview.stale")}</p>}
            <PreviewBoundary fallback={<p className="text-warning">{t("preview.failed")}</p>}>
              {/* Parts of it may still be loading: without a boundary of its own they would hide the text, and take its focus. */}
              <Suspense fallback={<p className="text-muted">{t("problems.checking")}</p>}>
                {shown ?? <p className="text-muted">{t("preview.empty")}</p>}
              </Suspense>
            </PreviewBoundary>
          </>
        )}
      </section>
    </div>
  );
}

/** A link of the preview opens beside the editor: nobody loses their place in the text by trying one. */
export function openBeside(event: MouseEvent<HTMLElement>) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener");
}
