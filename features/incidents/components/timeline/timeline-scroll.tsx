"use client";
import { useCallback, useRef, useState } from "react";
import { classes } from "@/components/ui/classes";
import { laterPart, sentPart, useLaterPart } from "@/components/ui/sent-part";
import type { LiveEntriesProps } from "./live-entries";

// With what renders rows (Markdown, the virtual list), which is half of the page's code and nothing that a first look needs.
const SentEntries = sentPart(() => import("./live-entries").then((module) => module.SentEntries));
const liveEntries = laterPart(async () => {
  await import("./entry-text"); // starts what reads Markdown in a task of its own
  await new Promise((resolve) => setTimeout(resolve));
  return (await import("./live-entries")).LiveEntries;
});

/** What scrolls the timeline: first its end, as the server sent it; then the list, which begins where the page ended. */
export function TimelineScroll(props: Omit<LiveEntriesProps, "box" | "height">) {
  const LiveEntries = useLaterPart(liveEntries);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const height = useRef(0);
  const onBox = useCallback((element: HTMLDivElement | null) => {
    height.current = element?.clientHeight ?? 0;
    setBox(element);
  }, []);
  return (
    <div
      ref={onBox}
      data-scrolls
      // Before the browser measures, the end is where it will be: a list from below needs no script for that.
      className={classes(
        "flex min-h-0 flex-1 overflow-y-auto overscroll-contain px-1 [overflow-anchor:none] sm:px-2",
        LiveEntries ? "flex-col" : "flex-col-reverse",
      )}
    >
      {!LiveEntries && <SentEntries look={props.look} />}
      {LiveEntries && box && <LiveEntries {...props} box={box} height={height.current} />}
    </div>
  );
}
