"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import type { EntryView } from "../../timeline/schema";
import { useUpdateText } from "../updates/use-update-text";
import { useLiveIncident } from "../view/live-incident";
import { EntryAttachment } from "./entry-attachment";
import { textUnderHeadline, useHeadline } from "./entry-headline";
import { type EntryChoice, EntryMenu } from "./entry-menu";
import { EntryLine, EntryText } from "./entry-text";
import { EntryTimes } from "./entry-times";
import { isLoud, KindIcon } from "./kind-icon";

/** Entries that only accompany the course are indented. */
const indented = ["step", "verification", "evidence", "link", "attachment"];

type EntryItemProps = {
  entry: EntryView;
  /** Came while the reader was away, among entries that they know. */
  isNew: boolean;
  onOpen: (choice: EntryChoice, entry: EntryView) => void;
};

/** One entry: who, what, and whatever makes it less than plain: written late, corrected, retracted, not by hand. */
export function EntryItem({ entry, isNew, onOpen }: EntryItemProps) {
  const t = useTranslations("incidents.timeline");
  const log = useTranslations("incidents.log");
  const { incident } = useLiveIncident();
  const headline = useHeadline()(entry);
  const updateText = useUpdateText();
  const struck = entry.retracted !== null;
  const text = headline === null ? updateText(entry) : textUnderHeadline(entry);
  const folded = entry.kind === "step" && headline === null && text.includes("\n");
  const [first = "", ...rest] = text.split("\n");
  return (
    <div
      className={classes(
        "group flex gap-2.5 rounded px-2 py-1 hover:bg-raised/60",
        indented.includes(entry.kind) && "ml-5",
        entry.kind === "update" && "border-l-2 border-accent bg-accent-soft/50",
      )}
    >
      <KindIcon kind={entry.kind} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
          <span className="font-medium text-ink">{entry.actor.name}</span>
          {headline !== null && (
            <span className={classes(isLoud(entry.kind) ? "font-medium text-ink" : "", struck && "line-through")}>
              {headline}
            </span>
          )}
          {entry.source !== "web" && <span>{t(sources[entry.source])}</span>}
          <EntryTimes entry={entry} />
          {entry.revision > 0 && (
            <button
              type="button"
              title={t("history")}
              className="underline decoration-dotted underline-offset-2 hover:text-ink"
              onClick={() => onOpen("history", entry)}
            >
              {t("edited")}
            </button>
          )}
          {isNew && <span className="font-medium text-accent">{log("new")}</span>}
          {entry.runId && (
            <Link
              href={`/incidents/${incident.key}/runs/${entry.runId}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-accent underline-offset-2 hover:underline"
            >
              {t("run")}
            </Link>
          )}
        </p>
        {text && (
          <div className={classes(struck && "text-muted line-through")}>
            {folded ? (
              <details>
                <summary className="wrap-anywhere">
                  <EntryLine text={first} />
                </summary>
                <EntryText body={rest.join("\n").trim()} kind={entry.kind} link={entry} />
              </details>
            ) : (
              <EntryText body={text} kind={entry.kind} link={entry} />
            )}
          </div>
        )}
        <EntryAttachment entry={entry} />
        {entry.retracted && (
          <p className="text-sm text-muted">
            {t("retracted", { name: entry.retracted.by, reason: entry.retracted.reason })}
          </p>
        )}
      </div>
      <EntryMenu entry={entry} onOpen={onOpen} />
    </div>
  );
}

const sources = { api: "via", alert: "viaAlert", system: "viaSystem" } as const;
