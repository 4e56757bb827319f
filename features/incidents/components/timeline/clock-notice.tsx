"use client";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useLiveIncident } from "../view/live-incident";
import { useSpan } from "./timeline-time";

/** From here on a browser's own clock is called wrong, in ms: less may be the way of an event. */
const worthSaying = 5_000;
const saidKey = "bitacora-clock-said";
const never = () => () => {};

/** A browser whose clock is off says so, once a session. */
export function ClockNotice() {
  const t = useTranslations("incidents.log");
  const { skew } = useLiveIncident();
  const span = useSpan();
  const said = useSyncExternalStore(never, wasSaid, () => true);
  const [closed, setClosed] = useState(false);
  if (said || closed || Math.abs(skew) < worthSaying) return null;
  const close = () => {
    setClosed(true);
    try {
      sessionStorage.setItem(saidKey, "1");
    } catch {
      // No storage in this browser: it says so on the next page again.
    }
  };
  return (
    <p role="status" className="flex items-center gap-3 border-b border-line px-3 py-1.5 text-sm text-muted">
      <span className="flex-1">
        {t(skew > 0 ? "ownClockAhead" : "ownClockBehind", { span: span(Math.abs(skew) / 1_000) })}
      </span>
      <Button size="sm" variant="ghost" onClick={close}>
        {t("understood")}
      </Button>
    </p>
  );
}

function wasSaid(): boolean {
  try {
    return sessionStorage.getItem(saidKey) !== null;
  } catch {
    return false;
  }
}
