"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { Button } from "@/components/ui/button";
import { useTimeZoneOfReader } from "@/components/ui/now";
import { DateTime } from "@/components/ui/time";
import { call } from "@/lib/http/client";
import { groupByMinute } from "../../timeline/groups";
import type { EntryView } from "../../timeline/schema";
import { useLiveIncident } from "../view/live-incident";
import { EntryItem } from "./entry-item";

const pageSize = 200;
/** Pixels from the end within which a reader counts as following. */
const nearEnd = 120;
/** Minutes at the end that are always laid out, so that the end is where it seems to be. */
const onScreen = 60;

/** The timeline, the newest at the bottom. Who reads at the end stays at the end; who reads above is left alone. */
export function Timeline() {
  const t = useTranslations("incidents");
  const { entries, api, addEntries } = useLiveIncident();
  const [loading, setLoading] = useState(false);
  const box = useRef<HTMLElement>(null);
  const following = useRef(true);
  const groups = useMemo(() => groupByMinute(entries), [entries]);
  const earliest = entries[0]?.seq ?? 1;
  const count = entries.length;

  useEffect(() => {
    if (count > 0 && following.current && box.current && !location.hash)
      box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  useKeys([{ keys: "b", description: t("keys.bottom"), group: t("keys.group"), run: toEnd }]);

  const loadEarlier = async () => {
    setLoading(true);
    const before = box.current?.scrollHeight ?? 0;
    const after = Math.max(0, earliest - 1 - pageSize);
    const answer = await call<{ entries: EntryView[] }>(
      "GET",
      `${api}/timeline?after=${after}&limit=${Math.min(pageSize, earliest - 1)}`,
    );
    setLoading(false);
    if (!answer.ok) return;
    following.current = false;
    addEntries(answer.value.entries);
    requestAnimationFrame(() => {
      if (box.current) box.current.scrollTop += box.current.scrollHeight - before;
    });
  };
  return (
    <section
      ref={box}
      aria-label={t("timeline.label")}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-1 py-2 sm:px-2"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        following.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {earliest > 1 && (
        <div className="flex justify-center pb-2">
          <Button size="sm" onClick={loadEarlier} disabled={loading}>
            {loading ? t("timeline.loading") : t("timeline.earlier", { count: earliest - 1 })}
          </Button>
        </div>
      )}
      <ol className="mt-auto grid gap-1">
        {groups.map((group, at) => (
          <li
            key={group.at}
            className={
              at < groups.length - onScreen ? "[contain-intrinsic-size:auto_3rem] [content-visibility:auto]" : ""
            }
          >
            <DayLine at={group.at} before={groups[at - 1]?.at} />
            <div className="grid grid-cols-[3.25rem_minmax(0,1fr)]">
              <div className="pt-1 pl-1 text-sm text-muted">
                <MinuteMark at={group.at} />
              </div>
              <ol className="grid gap-0.5">
                {group.entries.map((entry) => (
                  <EntryItem key={entry.id} entry={entry} />
                ))}
              </ol>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A minute in the reader's zone, without the zone's name: the header of the day says it. */
function MinuteMark({ at }: { at: string }) {
  const timeZone = useTimeZoneOfReader();
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <time dateTime={at} title={at} className="font-mono text-xs">
      {format.format(new Date(at))}
    </time>
  );
}

/** The day, where it changes. */
function DayLine({ at, before }: { at: string; before: string | undefined }) {
  const timeZone = useTimeZoneOfReader();
  const day = (instant: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant));
  if (before && day(before) === day(at)) return null;
  return (
    <p className="my-1 flex items-center gap-3 text-xs font-medium text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <DateTime at={at} style="date" />
    </p>
  );
}
