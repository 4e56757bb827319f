"use client";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { classes } from "./classes";

export type Tab = { id: string; label: ReactNode; content: ReactNode };
type TabsProps = { tabs: Tab[]; label: string; initial?: string; onChange?: (id: string) => void; className?: string };

/** Tabs by the ARIA pattern: arrows move, Home and End jump. Hidden panels stay mounted, so nothing typed is lost. */
export function Tabs({ tabs, label, initial, onChange, className }: TabsProps) {
  const base = useId();
  const [active, setActive] = useState(initial ?? tabs[0]?.id);
  const list = useRef<HTMLDivElement>(null);

  const select = (id: string) => {
    setActive(id);
    onChange?.(id);
  };
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = tabs[(target + tabs.length) % tabs.length];
    if (!next) return;
    select(next.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${base}-tab-${next.id}`)}`)?.focus();
  };

  return (
    <div className={className}>
      <div ref={list} role="tablist" aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            aria-selected={tab.id === active}
            aria-controls={`${base}-panel-${tab.id}`}
            tabIndex={tab.id === active ? 0 : -1}
            onClick={() => select(tab.id)}
            onKeyDown={move}
            className={classes(
              "-mb-px h-10 shrink-0 border-b-2 px-3 text-base font-medium -outline-offset-2",
              tab.id === active ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${base}-panel-${tab.id}`}
          aria-labelledby={`${base}-tab-${tab.id}`}
          hidden={tab.id !== active}
        >
          {tab.content}
        </div>
      ))}
    </div>
  );
}
