"use client";
import { laterDialog } from "@/components/ui/later-dialog";
import type { EntryView } from "../../timeline/schema";
import type { EntryChoice } from "./entry-menu";

const RetractDialog = laterDialog(() => import("./retract-dialog").then((module) => module.RetractDialog));
const HistoryDialog = laterDialog(() => import("./history-dialog").then((module) => module.HistoryDialog));
const CorrectDialog = laterDialog(() => import("./correct-dialog").then((module) => module.CorrectDialog));

export type OpenEntry = { choice: EntryChoice; entry: EntryView };

/** The dialog of an entry. Not in its row: rows go when they are scrolled away, and what is being written may not go with them. */
export function EntryDialogs({
  open,
  entries,
  onClose,
}: {
  open: OpenEntry;
  entries: EntryView[];
  onClose: () => void;
}) {
  const latest = entries.find(({ id }) => id === open.entry.id) ?? open.entry;
  switch (open.choice) {
    case "correct":
      return <CorrectDialog entry={open.entry} latest={latest} onClose={onClose} />;
    case "retract":
      return <RetractDialog entry={latest} onClose={onClose} />;
    case "history":
      return <HistoryDialog entry={latest} onClose={onClose} />;
  }
}
