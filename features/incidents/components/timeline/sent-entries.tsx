"use client";
import { type EntryLook, EntryRow } from "./entry-row";
import { TimelineStart } from "./timeline-start";
import { useTimeline } from "./use-timeline";

/** Entries in the page as the server sends it, before it is known how many fit. */
const inPage = 30;

/** The end of the timeline as it is in the page that the server sends. */
export function SentEntries({ look }: { look: EntryLook }) {
  const { entries } = useTimeline().window;
  const from = Math.max(0, entries.length - inPage);
  return (
    <div className="relative mt-auto shrink-0">
      <TimelineStart />
      <ol>
        {entries.slice(from).map(({ id }, at) => (
          <EntryRow key={id} index={from + at} look={look} />
        ))}
      </ol>
    </div>
  );
}
