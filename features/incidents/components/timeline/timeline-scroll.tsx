"use client";
import { useLayoutEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";
import { laterPart, sentPart, useLaterPart } from "@/components/ui/sent-part";
import type { LiveEntriesProps } from "./live-entries";

// With what renders rows (Markdown, the virtual list), which is half of the page's code and nothing that a first look needs.
const SentEntries = sentPart(() => import("./sent-entries").then((module) => module.SentEntries));
const liveEntries = laterPart(() => import("./live-entries").then((module) => module.LiveEntries));

/** What scrolls the timeline: first its end, as the server sent it; then the list, which begins where the page ended. */
export function TimelineScroll(props: Omit<LiveEntriesProps, "box" | "height">) {
  const LiveEntries = useLaterPart(liveEntries);
  const box = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  useLayoutEffect(() => {
    height.current = box.current?.clientHeight ?? 0;
  }, []);
  return (
    <div
      ref={box}
      // Before the browser measures, the end is where it will be: a list from below needs no script for that.
      className={classes(
        "flex min-h-0 flex-1 overflow-y-auto overscroll-contain px-1 [overflow-anchor:none] sm:px-2",
        LiveEntries ? "flex-col" : "flex-col-reverse",
      )}
    >
      {LiveEntries ? <LiveEntries {...props} box={box} height={height.current} /> : <SentEntries look={props.look} />}
    </div>
  );
}
