"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { writeClipboard } from "@/components/ui/clipboard";
import { Notice } from "@/components/ui/notice";
import { scrollable } from "@/components/ui/scrollable";
import { call } from "@/lib/http/client";
import type { StepView } from "../../schema";
import type { GuardedText } from "../evidence/use-guarded-text";
import { useLiveRun } from "../live/live-run";

type UnsentProps = { step: StepView; note: GuardedText; evidence: GuardedText };

/** What somebody typed for a step that another person finished first: it stays, with the ways to keep it on record. */
export function UnsentTexts({ step, ...typed }: UnsentProps) {
  const t = useTranslations("runs.claims.unsent");
  const { run, able } = useLiveRun();
  const [state, setState] = useState<"idle" | "sending" | "failed" | "copied">("idle");
  // As they may leave the browser: with their secrets masked.
  const [note, evidence] = [typed.note.outgoing().text, typed.evidence.outgoing().text];
  const texts = [note.trim(), evidence.trim()].filter(Boolean);
  if (!able || texts.length === 0) return null;
  const drop = () => {
    typed.note.set("");
    typed.evidence.set("");
  };
  const add = async () => {
    setState("sending");
    const body = [`**${step.title}**`, note.trim(), evidence.trim() && fenced(evidence)].filter(Boolean).join("\n\n");
    const kind = evidence.trim() ? "evidence" : "note";
    const answer = await call("POST", `/api/v1/incidents/${run.incident?.key}/timeline`, { id: v7(), kind, body });
    if (answer.ok) drop();
    else setState("failed");
  };
  return (
    <Notice tone="warning" title={t("title")}>
      <p>{t("lead")}</p>
      {texts.map((text) => (
        <pre
          key={text}
          {...scrollable}
          className="mt-2 max-h-40 overflow-auto font-mono text-sm whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </pre>
      ))}
      {state === "failed" && <p role="alert">{t("failed")}</p>}
      <p className="mt-2 flex flex-wrap gap-2">
        {run.incident && (
          <Button size="sm" disabled={state === "sending"} onClick={() => void add()}>
            {t("add")}
          </Button>
        )}
        <Button size="sm" onClick={() => void writeClipboard(texts.join("\n\n")).then(() => setState("copied"))}>
          {state === "copied" ? t("copied") : t("copy")}
        </Button>
        <Button size="sm" variant="ghost" onClick={drop}>
          {t("discard")}
        </Button>
      </p>
    </Notice>
  );
}

/** A fence longer than any run of backticks in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}
