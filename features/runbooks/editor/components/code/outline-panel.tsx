"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { OutlineList } from "./outline-list";
import type { OutlineView } from "./use-outline";

const kept = "bitacora:editor:outline";

function remembered(): boolean {
  try {
    const said = localStorage.getItem(kept);
    return said === null ? window.matchMedia("(min-width: 96rem)").matches : said === "open";
  } catch {
    return false;
  }
}

/** Whether the outline stands beside the text; where there is no room for both it is a sheet. */
export function useOutlinePanel() {
  const [wanted, setWanted] = useState(remembered);
  const remember = (open: boolean) => {
    setWanted(open);
    try {
      localStorage.setItem(kept, open ? "open" : "closed");
    } catch {
      // A browser that keeps nothing asks again the next time.
    }
  };
  const fits = () => window.matchMedia("(min-width: 64rem)").matches;
  return {
    open: wanted && fits(),
    toggle: (otherwise: () => void) => (fits() ? remember(!wanted) : otherwise()),
    close: () => remember(false),
  };
}

type Props = { outline: OutlineView; onGo: (place: number) => void; onClose: () => void };

/** Left of the text: its outline, the place of the cursor marked. */
export function OutlinePanel({ outline, onGo, onClose }: Props) {
  const t = useTranslations("editing.code.outline");
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
  };
  return (
    <nav aria-label={t("title")} onKeyDown={leave} className="flex w-52 shrink-0 flex-col border-r border-line">
      <OutlineList rows={outline.rows} current={outline.current} onGo={onGo} />
    </nav>
  );
}
