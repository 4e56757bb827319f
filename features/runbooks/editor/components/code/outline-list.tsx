"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";
import type { OutlineRow } from "./use-outline";

type Props = {
  rows: OutlineRow[];
  /** Places of these rows in the whole outline, where only some are shown. */
  places?: number[];
  current: number;
  onGo: (place: number) => void;
};

/** Procedures, phases and steps, indented, each with its number of problems; arrows walk through them. */
export function OutlineList({ rows, places, current, onGo }: Props) {
  const t = useTranslations("editing.code.outline");
  const list = useRef<HTMLUListElement>(null);
  const placeOf = (index: number) => places?.[index] ?? index;
  const chosen = rows.findIndex((_, index) => placeOf(index) === current);

  // The list keeps what is being written in sight, without moving the page.
  useEffect(() => {
    const box = list.current;
    const item = box?.children[chosen];
    if (!box || !(item instanceof HTMLElement)) return;
    if (item.offsetTop < box.scrollTop) box.scrollTop = item.offsetTop;
    const below = item.offsetTop + item.offsetHeight - box.clientHeight;
    if (below > box.scrollTop) box.scrollTop = below;
  }, [chosen]);

  const walk = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLButtonElement ? buttons.indexOf(activeElement) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
  };

  if (rows.length === 0) return <p className="p-3 text-sm text-muted">{t("empty")}</p>;
  return (
    <ul ref={list} onKeyDown={walk} className="relative min-h-0 flex-1 overflow-y-auto p-1">
      {rows.map((row, index) => (
        <li key={placeOf(index)}>
          <button
            type="button"
            tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
            aria-current={index === chosen ? "location" : undefined}
            onClick={() => onGo(placeOf(index))}
            style={{ paddingLeft: `${0.5 + row.depth * 0.75}rem` }}
            className={classes(
              "flex w-full items-center gap-1.5 rounded py-1 pr-2 text-left text-sm -outline-offset-2 hover:bg-raised",
              index === chosen ? "bg-accent-soft font-medium" : row.kind === "phase" && "text-muted",
            )}
          >
            <span className="min-w-0 flex-1 truncate">{row.title || t(`kinds.${row.name || row.kind}`)}</span>
            {row.changes && <span className="shrink-0 text-xs text-warning">{t("changes")}</span>}
            {row.problems > 0 && (
              <span className="shrink-0 rounded bg-danger-soft px-1 text-xs tabular-nums text-danger">
                <span aria-hidden>{row.problems}</span>
                <span className="sr-only">{t("problems", { count: row.problems })}</span>
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
