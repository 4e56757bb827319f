"use client";
import { Check, ShieldQuestion, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useLiveRun } from "../../components/live/live-run";
import { OverrideDialog } from "./override-dialog";
import type { ApprovalGate } from "./use-approval-gate";

/** What stands in the place of a step's answers until a second person has said yes: asking, answering, or going ahead alone. */
export function ApprovalAnswers({ gate, ready }: { gate: ApprovalGate; ready: boolean }) {
  const t = useTranslations("runs.approval");
  const [overriding, setOverriding] = useState(false);
  const { waiting, own, request } = gate;
  // A second person has to be asked and has to answer now: that is not kept for later.
  const { lost } = useLiveRun();
  const busy = gate.busy || lost;
  const asking = !waiting && ready;
  const answering = waiting && !own;
  useKeys([
    ...(asking && !lost
      ? [{ keys: "a", description: t("keys.ask"), group: t("title"), run: () => void gate.ask() }]
      : []),
    ...(answering ? [{ keys: "a", description: t("keys.grant"), group: t("title"), run: focusWord }] : []),
  ]);
  return (
    <fieldset className="mb-2 grid grid-cols-2 gap-2 sm:mb-0 sm:flex sm:flex-wrap">
      <legend className="sr-only">{t("title")}</legend>
      {lost && <p className="col-span-2 text-sm text-muted sm:basis-full">{t("offline")}</p>}
      {asking && (
        <Button
          size="lg"
          variant="primary"
          className="col-span-2"
          aria-keyshortcuts="A"
          disabled={busy}
          onClick={() => void gate.ask()}
        >
          <ShieldQuestion aria-hidden className="size-5" />
          {t(request ? "askAgain" : "ask")}
          <span aria-hidden className="hidden sm:inline">
            <Kbd>A</Kbd>
          </span>
        </Button>
      )}
      {answering && (
        <>
          <Button size="lg" variant="primary" disabled={busy} onClick={() => void gate.answer("grant")}>
            <Check aria-hidden className="size-5" />
            {t("grant")}
          </Button>
          <Button
            size="lg"
            variant="danger"
            disabled={busy || gate.text.trim() === ""}
            onClick={() => void gate.answer("refuse")}
          >
            <X aria-hidden className="size-5" />
            {t("refuse")}
          </Button>
        </>
      )}
      <Button
        size="lg"
        variant="ghost"
        className="col-span-2 h-auto! min-h-11 whitespace-normal! sm:min-h-12"
        disabled={busy}
        onClick={() => setOverriding(true)}
      >
        {t("override")}
      </Button>
      {overriding && <OverrideDialog gate={gate} onClose={() => setOverriding(false)} />}
    </fieldset>
  );
}

const focusWord = () => document.querySelector<HTMLElement>("[name=run-approval]")?.focus();
