"use client";
import { useEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";
import type { TocEntry } from "../../artifact";
import { useCurrentAnchor } from "./current-anchor";

type Entry = Pick<TocEntry, "id" | "title" | "kind">;

/** The parts of an outline that is on the page, as the server rendered it: they are not sent twice. */
export const outlineOn = (place: Element): Entry[] =>
  [...place.querySelectorAll<HTMLElement>("li[data-kind]")].map((item) => ({
    id: item.querySelector("a")?.getAttribute("href")?.slice(1) ?? "",
    title: item.textContent ?? "",
    kind: item.dataset.kind as TocEntry["kind"],
  }));

/** The parts of a page, following the scroll; the steps of the part being read unfold. */
export function Outline({ entries, label }: { entries: Entry[]; label: string }) {
  const ids = entries.map((entry) => entry.id);
  const current = useCurrentAnchor(ids);
  const list = useRef<HTMLOListElement>(null);
  const at = entries.findIndex((entry) => entry.id === current);
  const part = entries.slice(0, at + 1).findLast((entry) => entry.kind !== "step");

  // The outline scrolls by itself: what is being read stays in sight.
  useEffect(() => {
    if (!current) return;
    const link = list.current?.querySelector("[aria-current]");
    const box = list.current?.closest("[data-outline-scroll]");
    if (!(link instanceof HTMLElement) || !(box instanceof HTMLElement)) return;
    const { top, bottom } = link.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 3;
  }, [current]);

  let owner: string | undefined;
  return (
    <nav aria-label={label}>
      <ol ref={list} className="border-l border-line">
        {entries.map((entry) => {
          if (entry.kind !== "step") owner = entry.id;
          const folded = entry.kind === "step" && owner !== part?.id;
          const here = entry.id === current;
          return (
            <li key={entry.id} hidden={folded} data-kind={entry.kind}>
              <a
                href={`#${entry.id}`}
                aria-current={here ? "location" : undefined}
                className={classes(
                  "-ml-px block border-l-2 py-1 pr-2 text-sm wrap-anywhere hover:text-ink",
                  indents[entry.kind],
                  here ? "border-accent text-ink" : "border-transparent text-muted",
                  entry.id === part?.id && !here && "text-ink",
                )}
              >
                {entry.title}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const indents: Record<TocEntry["kind"], string> = {
  heading: "pl-3 font-semibold",
  procedure: "pl-3 font-medium",
  checklist: "pl-3 font-medium",
  triage: "pl-3 font-medium",
  step: "pl-6",
};
