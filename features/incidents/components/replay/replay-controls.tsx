"use client";
import { ChevronFirst, ChevronLast, Link2, Pause, Play } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button, IconButton } from "@/components/ui/button";
import { writeClipboard } from "@/components/ui/clipboard";
import { useTimeZoneOfReader } from "@/components/ui/now";
import { useToast } from "@/components/ui/toast";
import { countUntil, type ReplayIndex } from "../../replay/replay-index";
import { clockTime, elapsed } from "./replay-clock";
import { type Speed, speeds, usePlaying } from "./use-playing";

type Props = { index: ReplayIndex; at: number; setAt: (change: number | ((at: number) => number)) => void };

const minute = 60_000;
const pageMinutes = 10;

/** The slider, its time three ways, and playing. */
export function ReplayControls({ index, at, setAt }: Props) {
  const t = useTranslations("incidents.past.replay");
  const toast = useToast();
  const { playing, setPlaying, speed, setSpeed } = usePlaying(at, index.end, setAt);
  const { start, end, times } = index;
  const last = Math.ceil((end - start) / minute);
  const value = at >= end ? last : Math.floor((at - start) / minute);
  const go = (minutes: number) => setAt(Math.min(end, start + Math.max(0, minutes) * minute));
  const text = useMomentText(index, at);
  const count = countUntil(index, at);
  const togglePlaying = () => {
    if (!playing && at >= end) setAt(start);
    setPlaying(!playing);
  };
  const copy = async () => {
    await writeClipboard(window.location.href);
    toast({ title: t("copied"), tone: "success" });
  };
  return (
    <div className="mt-3">
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={value}
        aria-label={t("slider")}
        aria-valuetext={text}
        aria-describedby="replay-help"
        onChange={(event) => go(Number(event.target.value))}
        onKeyDown={(event) => {
          const by = event.key === "PageUp" ? pageMinutes : event.key === "PageDown" ? -pageMinutes : 0;
          if (by === 0) return;
          event.preventDefault();
          go(Math.min(last, value + by));
        }}
        className="block h-8 w-full cursor-pointer accent-accent"
      />
      <p className="font-mono text-lg tabular-nums" data-testid="replay-time">
        {text}
      </p>
      <p id="replay-help" className="text-xs text-muted">
        {t("help")}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <IconButton label={t("previous")} disabled={count <= 1} onClick={() => setAt(times[count - 2] ?? start)}>
          <ChevronFirst aria-hidden className="size-5" />
        </IconButton>
        <Button variant="primary" onClick={togglePlaying}>
          {playing ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
          {t(playing ? "pause" : "play")}
        </Button>
        <IconButton label={t("next")} disabled={count >= times.length} onClick={() => setAt(times[count] ?? end)}>
          <ChevronLast aria-hidden className="size-5" />
        </IconButton>
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t("speed")}</legend>
          {(Object.keys(speeds) as Speed[]).map((name) => (
            <Button
              key={name}
              variant={speed === name ? "secondary" : "ghost"}
              aria-pressed={speed === name}
              onClick={() => setSpeed(name)}
            >
              {t(name)}
            </Button>
          ))}
        </fieldset>
        <Button variant="ghost" onClick={() => void copy()}>
          <Link2 aria-hidden className="size-4" />
          {t("copy")}
        </Button>
      </div>
    </div>
  );
}

/** The moment in UTC, in the reader's zone and since the beginning. */
function useMomentText({ start, end }: ReplayIndex, at: number): string {
  const t = useTranslations("incidents.past.replay");
  const locale = useLocale();
  const timeZone = useTimeZoneOfReader();
  const long = end - start > 20 * 60 * minute;
  return t("now", {
    utc: clockTime(at, locale, "UTC", long),
    local: clockTime(at, locale, timeZone, long),
    elapsed: elapsed(at - start),
  });
}
