"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { writeClipboard } from "@/components/ui/clipboard";
import { scrollable } from "@/components/ui/scrollable";
import { type HandOverWords, handOver } from "../../hand-over";
import { runHref } from "../../links";
import type { StepState } from "../../machine";
import { useLiveRun } from "../live/live-run";

/** A summary for whoever takes over, ready to copy. */
export function HandOver() {
  const t = useTranslations("runs.handOver");
  const states = useTranslations("ui.stepState");
  const { run } = useLiveRun();
  const [copied, setCopied] = useState(false);
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  const words: HandOverWords = {
    heading: (title) => t(run.drill ? "drillHeading" : "heading", { title }),
    incident: (key, title) => t("incident", { key, title }),
    started: (iso, name) => t("started", { time: iso.slice(0, 16).replace("T", " "), name }),
    tried: t("tried"),
    nothing: t("nothing"),
    state: (state) => states(state as StepState),
    now: (title) => t("now", { title }),
    link: (address) => t("link", { address }),
  };
  const text = handOver(run, words, `${origin}${runHref(run)}`);
  const copy = async () => {
    await writeClipboard(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <details className="fold rounded border border-line bg-surface px-3">
      <summary className="flex items-center py-2.5 font-semibold">{t("title")}</summary>
      <div className="grid gap-2 pb-3">
        <pre
          {...scrollable}
          className="max-h-72 overflow-auto rounded bg-raised p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </pre>
        <div>
          <Button size="sm" onClick={() => void copy()}>
            {copied ? t("copied") : t("copy")}
          </Button>
        </div>
      </div>
    </details>
  );
}
