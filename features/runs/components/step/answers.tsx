"use client";
import { ArrowRightLeft, Check, CircleSlash2, Play, RotateCcw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Kbd } from "@/components/ui/kbd";
import type { StepEvent } from "../../machine";
import type { StepView } from "../../schema";

type AnswersProps = {
  step: StepView;
  disabled: boolean;
  onEvent: (event: StepEvent) => void;
  onChoose: (option: string) => void;
};

/** The big answers, under the thumb on a phone: each with its key. */
export function Answers({ step, disabled, onEvent, onChoose }: AnswersProps) {
  const t = useTranslations("runs.step");
  const claims = useTranslations("runs.claims");
  const can = (event: StepEvent) => step.possible.includes(event);
  const say = step.attempt ? "attempt" : "plain";
  return (
    <fieldset className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <legend className="sr-only">{t("answers")}</legend>
      {can("choose") &&
        step.options.map(({ label }, at) => (
          <Big key={label} wide hotkey={String(at + 1)} disabled={disabled} onClick={() => onChoose(label)}>
            {label}
          </Big>
        ))}
      {can("complete") && (
        <Big hotkey="P" variant="primary" disabled={disabled} onClick={() => onEvent("complete")}>
          <Check aria-hidden className="size-5" />
          {t(`${say}.complete`)}
        </Big>
      )}
      {can("fail") && (
        <Big hotkey="F" variant="danger" disabled={disabled} onClick={() => onEvent("fail")}>
          <X aria-hidden className="size-5" />
          {t(`${say}.fail`)}
        </Big>
      )}
      {can("start") && (
        <Big hotkey="S" disabled={disabled} onClick={() => onEvent("start")}>
          <Play aria-hidden className="size-5" />
          {t("start")}
        </Big>
      )}
      {can("skip") && (
        <Big hotkey="X" variant="ghost" disabled={disabled} onClick={() => onEvent("skip")}>
          <CircleSlash2 aria-hidden className="size-5" />
          {t("skip")}
        </Big>
      )}
      {can("hand_over") && (
        <Big hotkey="H" variant="ghost" disabled={disabled} onClick={() => onEvent("hand_over")}>
          <ArrowRightLeft aria-hidden className="size-5" />
          {claims("hand")}
        </Big>
      )}
      {can("take_over") && (
        <Big hotkey="T" variant="primary" disabled={disabled} onClick={() => onEvent("take_over")}>
          <ArrowRightLeft aria-hidden className="size-5" />
          {claims("take")}
        </Big>
      )}
      {can("reopen") && (
        <Big hotkey="O" variant="ghost" disabled={disabled} onClick={() => onEvent("reopen")}>
          <RotateCcw aria-hidden className="size-5" />
          {t(`reopen.${step.state === "active" ? "release" : step.state === "not_taken" ? "take" : "again"}`)}
        </Big>
      )}
    </fieldset>
  );
}

type BigProps = {
  hotkey: string;
  /** Takes a row of its own on a phone. */
  wide?: boolean;
  variant?: "primary" | "secondary" | "danger" | "ghost";
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
};

function Big({ hotkey, wide = false, children, ...rest }: BigProps) {
  return (
    <Button
      size="lg"
      className={classes(
        "h-auto! min-h-12 px-3! py-2 whitespace-normal! sm:px-5! [&>svg]:shrink-0",
        wide && "col-span-2",
      )}
      aria-keyshortcuts={hotkey}
      {...rest}
    >
      {children}
      <span aria-hidden className="hidden sm:inline">
        <Kbd>{hotkey}</Kbd>
      </span>
    </Button>
  );
}
