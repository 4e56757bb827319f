"use client";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { entryPolicy } from "../../policy";
import type { EntryView } from "../../timeline/schema";
import { useLiveIncident } from "../view/live-incident";
import { CorrectDialog } from "./correct-dialog";
import { HistoryDialog } from "./history-dialog";
import { RetractDialog } from "./retract-dialog";

type Open = "correct" | "retract" | "history" | null;

/** What can be done to an entry. A `<details>` holds the list; the dialogs do the work. */
export function EntryMenu({ entry }: { entry: EntryView }) {
  const t = useTranslations("incidents.timeline");
  const { actor } = useLiveIncident();
  const [open, setOpen] = useState<Open>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      if (menu.current?.open && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", close);
    return () => document.removeEventListener("pointerdown", close);
  }, []);

  const authored = { kind: entry.kind, actorId: entry.actor.id, actorName: entry.actor.name };
  const retracted = entry.retracted !== null;
  const choices = [
    ...(!retracted && entryPolicy.correct(actor, authored) ? (["correct"] as const) : []),
    ...(!retracted && entryPolicy.retract(actor, authored) ? (["retract"] as const) : []),
    ...(entry.revision > 0 ? (["history"] as const) : []),
  ];
  if (choices.length === 0) return null;
  const choose = (choice: Open) => {
    if (menu.current) menu.current.open = false;
    setOpen(choice);
  };
  return (
    <>
      <details ref={menu} className="relative shrink-0">
        <summary
          aria-label={t("actions", { name: entry.actor.name })}
          title={t("actions", { name: entry.actor.name })}
          className="flex size-7 list-none items-center justify-center rounded text-muted opacity-60 group-hover:opacity-100 hover:bg-raised focus-visible:opacity-100 [&::-webkit-details-marker]:hidden"
        >
          <Ellipsis aria-hidden className="size-4" />
        </summary>
        <ul className="absolute right-0 z-20 mt-1 w-44 rounded border border-line bg-surface py-1 shadow-lg">
          {choices.map((choice) => (
            <li key={choice}>
              <button
                type="button"
                className="flex h-9 w-full items-center px-3 text-left hover:bg-raised"
                onClick={() => choose(choice)}
              >
                {t(choice)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {open === "correct" && <CorrectDialog entry={entry} onClose={() => setOpen(null)} />}
      {open === "retract" && <RetractDialog entry={entry} onClose={() => setOpen(null)} />}
      {open === "history" && <HistoryDialog entry={entry} onClose={() => setOpen(null)} />}
    </>
  );
}
