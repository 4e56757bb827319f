"use client";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { classes } from "@/components/ui/classes";
import { writeClipboard } from "@/components/ui/clipboard";
import { useToast } from "@/components/ui/toast";
import { entryPolicy } from "../../policy";
import type { EntryView } from "../../timeline/schema";
import { useLiveIncident } from "../view/live-incident";

/** What opens a dialog. */
export type EntryChoice = "correct" | "retract" | "history";
type EntryMenuProps = { entry: EntryView; onOpen: (choice: EntryChoice, entry: EntryView) => void };

/** What can be done to an entry. */
export function EntryMenu({ entry, onOpen }: EntryMenuProps) {
  const t = useTranslations("incidents.timeline");
  const log = useTranslations("incidents.log");
  const { actor } = useLiveIncident();
  const toast = useToast();
  const menu = useRef<HTMLDetailsElement>(null);
  const [above, setAbove] = useState(false);
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
    "copyLink" as const,
  ];
  const choose = async (choice: (typeof choices)[number]) => {
    if (menu.current) menu.current.open = false;
    if (choice !== "copyLink") return onOpen(choice, entry);
    await writeClipboard(`${location.origin}${location.pathname}#entry-${entry.seq}`);
    toast({ title: log("linkCopied") });
  };
  return (
    <details
      ref={menu}
      // The newest entry stands at the end of what scrolls, where a list below its button would be behind the composer.
      onToggle={({ currentTarget }) => currentTarget.open && setAbove(isBetterAbove(currentTarget))}
      className="relative shrink-0"
    >
      <summary
        aria-label={t("actions", { name: entry.actor.name })}
        title={t("actions", { name: entry.actor.name })}
        className="flex size-7 list-none items-center justify-center rounded text-muted opacity-60 group-hover:opacity-100 hover:bg-raised focus-visible:opacity-100 [&::-webkit-details-marker]:hidden"
      >
        <Ellipsis aria-hidden className="size-4" />
      </summary>
      <ul
        className={classes(
          "absolute right-0 z-20 w-44 rounded border border-line bg-surface py-1 shadow-lg",
          above ? "bottom-full mb-1" : "mt-1",
        )}
      >
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
  );
}

/** Pixels between the button and its list. */
const listGap = 4;

/** Whether the list of an open menu has no room below its button, and more above it, in what scrolls around it. */
function isBetterAbove(menu: HTMLDetailsElement): boolean {
  const [button, list] = [menu.querySelector("summary"), menu.querySelector("ul")];
  const box = menu.closest("[data-scrolls]")?.getBoundingClientRect();
  if (!button || !list || !box) return false;
  const { top, bottom } = button.getBoundingClientRect();
  const below = box.bottom - bottom;
  return list.offsetHeight + listGap > below && top - box.top > below;
}
