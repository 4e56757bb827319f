"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, type RefObject, Suspense, useEffect } from "react";
import { scrollable } from "@/components/ui/scrollable";
import { PreviewBoundary } from "../../../editor/components/preview-boundary";
import { elementIn } from "./use-synced-scroll";

type Props = {
  ref: RefObject<HTMLElement | null>;
  rendered: ReactNode | null;
  /** Ids of elements that a proposal made, with the proposal. */
  proposed: ReadonlyMap<string, string>;
  selected: string | null;
  onSelect: (id: string) => void;
};

/** The runbook as its readers will see it, with what was proposed marked at its edge. */
export function PagePane({ ref, rendered, proposed, selected, onSelect }: Props) {
  const t = useTranslations("runbookImport.review");
  useEffect(() => {
    const pane = ref.current;
    if (!pane || rendered === null) return;
    const marked = [...proposed].flatMap(([id, proposal]) => {
      const element = elementIn(pane, id);
      return element ? [{ element, proposal }] : [];
    });
    for (const { element, proposal } of marked) {
      element.dataset.proposed = proposal === selected ? "selected" : "";
      element.dataset.proposal = proposal;
    }
    return () => {
      for (const { element } of marked) {
        delete element.dataset.proposed;
        delete element.dataset.proposal;
      }
    };
  }, [ref, rendered, proposed, selected]);

  const click = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest("a");
    if (link && !link.getAttribute("href")?.startsWith("#")) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener");
      return;
    }
    const proposal = event.target.closest<HTMLElement>("[data-proposal]")?.dataset.proposal;
    if (proposal) onSelect(proposal);
  };

  return (
    <section
      ref={ref}
      aria-label={t("page")}
      {...scrollable}
      onClickCapture={click}
      className="relative h-full overflow-auto rounded border border-line bg-canvas p-4 **:data-proposed:shadow-[-3px_0_0_var(--color-accent)] **:data-[proposed=selected]:outline-2 **:data-[proposed=selected]:outline-accent"
    >
      <PreviewBoundary fallback={<p className="text-warning">{t("pageFailed")}</p>}>
        <Suspense fallback={<p className="text-muted">{t("pageLoading")}</p>}>
          {rendered ?? <p className="text-muted">{t("pageLoading")}</p>}
        </Suspense>
      </PreviewBoundary>
    </section>
  );
}
