"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { writeClipboard } from "@/components/ui/clipboard";
import { stopwatch } from "@/components/ui/duration-parts";
import { scrollable } from "@/components/ui/scrollable";
import { type HandOverWords, handOver } from "../../hand-over";
import { runHref } from "../../links";
import { useLiveRun } from "../live/live-run";
import { useIncidentSaid } from "./use-incident-said";

/** A summary for whoever takes over, ready to copy. */
export function HandOver() {
  const t = useTranslations("runs.handOver");
  const { run, skew } = useLiveRun();
  const words = useHandOverWords(run.drill);
  const said = useIncidentSaid(run.incident?.key ?? null, run.version);
  const [text, setText] = useState("");
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const compose = () => {
    const now = new Date(Date.now() - skew);
    return handOver(run, words, { origin: window.location.origin, path: runHref(run), now, said });
  };
  const copy = async () => {
    await writeClipboard(compose());
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), 2_000);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="grid gap-2 rounded border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-56 font-semibold">{t("title")}</h3>
        <Button onClick={() => void copy()}>
          {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          <span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
        </Button>
      </div>
      <details className="fold" onToggle={(event) => event.currentTarget.open && setText(compose())}>
        <summary className="flex items-center py-1 text-sm text-muted">{t("show")}</summary>
        <pre
          {...scrollable}
          className="mt-1 max-h-96 overflow-auto rounded bg-raised p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </pre>
      </details>
    </div>
  );
}

function useHandOverWords(drill: boolean): HandOverWords {
  const t = useTranslations("runs.handOver");
  const states = useTranslations("ui.stepState");
  const runStatus = useTranslations("runs.status");
  const incidentStatus = useTranslations("incidents.status");
  const section = (name: "done" | "decisions" | "evidence" | "said" | "next" | "links") => t(`section.${name}`);
  return {
    heading: (title) => t(drill ? "drillHeading" : "heading", { title }),
    incident: ({ key, title, severity, status }) =>
      t("incident", { key, title, severity, status: incidentStatus(status) }),
    state: ({ status, startedAt, startedBy }, seconds) =>
      t("state", {
        status: runStatus(status),
        time: startedAt.slice(0, 16).replace("T", " "),
        name: startedBy.name,
        length: stopwatch(seconds),
      }),
    over: (titles) => t("over", { titles }),
    sections: {
      done: section("done"),
      decisions: section("decisions"),
      evidence: section("evidence"),
      said: section("said"),
      next: section("next"),
      links: section("links"),
    },
    nothing: t("nothing"),
    stepState: (state) => states(state),
    by: (name) => name,
    spent: (seconds) => stopwatch(seconds),
    onIt: (title, name) => t("onIt", { title, name }),
    ahead: (titles) => t("ahead", { titles }),
    escalate: t("escalate"),
    links: { run: t("link.run"), incident: t("link.incident"), runbook: t("link.runbook") },
  };
}
