"use client";
import { TimerReset } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { chime } from "@/components/ui/chime";
import { stopwatch } from "@/components/ui/duration-parts";
import { useSound } from "@/components/ui/use-sound";
import type { ClockView } from "../../clocks/clock-view";
import { useLiveRun } from "../live/live-run";
import { useKeptText } from "../live/use-kept-text";
import { reachedId, useDueClocks } from "./use-due-clocks";
import { useExtend } from "./use-extend";

/** The most urgent first. */
const order = ["escalation", "step", "procedure"] as const;

/**
 * At a limit, on every screen of the run: says so once, in sight, in the window's title and, where wanted, by a soft chime. Of several
 * the most urgent stands there and the others are folded beneath it: the step itself has to stay in sight on a phone.
 */
export function LimitNudge() {
  const t = useTranslations("runs.clocks");
  const { run } = useLiveRun();
  const due = useDueClocks();
  const [seen, setSeen] = useKeptText(`bitacora-limits:${run.id}`);
  const dismissed = seen.split("\n");
  const open = (due ?? []).filter((clock) => !dismissed.includes(reachedId(clock)));
  const sorted = open.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  useChimeAt(due);
  useTitleMark(open.length > 0);
  const [first, ...others] = sorted;
  const reached = (clock: ClockView) => (
    <Reached
      key={reachedId(clock)}
      clock={clock}
      onDismiss={() => setSeen([...dismissed.filter(Boolean), reachedId(clock)].join("\n"))}
    />
  );
  return (
    <section aria-label={t("label")} aria-live="polite" className={sorted.length > 0 ? "mb-4 grid gap-2" : "sr-only"}>
      {first && reached(first)}
      {others.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer rounded py-1 text-sm font-medium text-warning hover:underline">
            {t("others", { count: others.length })}
          </summary>
          <div className="grid gap-2 pt-1">{others.map(reached)}</div>
        </details>
      )}
    </section>
  );
}

function Reached({ clock, onDismiss }: { clock: ClockView; onDismiss: () => void }) {
  const t = useTranslations("runs.clocks");
  const { able, show, shown } = useLiveRun();
  const { extend, problem } = useExtend();
  const { kind, stepId, title, limit } = clock;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-warning/50 bg-warning-soft px-3 py-2.5">
      <p className="flex min-w-0 flex-1 basis-64 items-center gap-2 font-semibold">
        <TimerReset aria-hidden className="size-5 shrink-0 text-warning" />
        <span className="wrap-anywhere">{t(`reached.${kind}`, { title, limit: stopwatch(limit) })}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {stepId !== null && stepId !== shown?.id && (
          <Button size="sm" onClick={() => show(stepId)}>
            {t("go")}
          </Button>
        )}
        <a
          href="#escalation"
          className="inline-flex h-7 items-center rounded border border-line-strong/60 bg-surface px-2 text-sm font-medium hover:bg-raised"
        >
          {t("whom")}
        </a>
        {able && (
          <Button size="sm" aria-label={t("moreFor", { title })} onClick={() => void extend(clock)}>
            {t("more")}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          {t("dismiss")}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="w-full text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What was over when the page opened is shown, not heard. */
function useChimeAt(due: ClockView[] | null) {
  const { on } = useSound();
  const heard = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (due === null) return;
    const ids = due.map(reachedId);
    const fresh = heard.current !== null && ids.some((id) => !heard.current?.has(id));
    heard.current = new Set([...(heard.current ?? []), ...ids]);
    if (fresh && on) chime();
  }, [due, on]);
}

const mark = "⏰ ";

/** Marks the window's title, for whoever looks at another one: it stays, and does not blink. */
function useTitleMark(marked: boolean) {
  useEffect(() => {
    if (!marked) return;
    const put = () => {
      if (!document.title.startsWith(mark)) document.title = mark + document.title;
    };
    put();
    // The page's own title may arrive after us, or change with a navigation.
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(mark, "");
    };
  }, [marked]);
}
