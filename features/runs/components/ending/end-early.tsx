"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { useLiveRun } from "../live/live-run";
import { EndButtons } from "./closing-panel";

/** The ways to end a run before its last step, folded: they are rarely wanted and never by accident. */
export function EndEarly() {
  const t = useTranslations("runs");
  const { run, able } = useLiveRun();
  const fold = useRef<HTMLDetailsElement>(null);
  const open = () => {
    if (!fold.current) return;
    fold.current.open = true;
    fold.current.querySelector<HTMLElement>("button")?.focus();
  };
  const offered = able && run.status === "active";
  useKeys(offered ? [{ keys: "q", description: t("keys.end"), group: t("keys.group"), run: open }] : []);
  if (!offered) return null;
  return (
    <details ref={fold} className="fold rounded border border-line px-3">
      <summary aria-keyshortcuts="q" className="flex items-center py-2 text-sm font-medium">
        {t("closing.early")}
      </summary>
      <div className="pb-3">
        <EndButtons />
      </div>
    </details>
  );
}
