"use client";
import { useTranslations } from "next-intl";
import { useKeys } from "@/components/layout/keys/keys";
import type { StepEvent } from "../../machine";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

type StepKeys = {
  step: StepView;
  enabled: boolean;
  onEvent: (event: StepEvent) => void;
  onChoose: (option: string) => void;
};

const hotkeys = {
  start: "s",
  complete: "p",
  fail: "f",
  skip: "x",
  reopen: "o",
  hand_over: "h",
  take_over: "t",
} as const;

/** A key for everything that can be done to the step on screen, and for going along the path. */
export function useStepKeys({ step, enabled, onEvent, onChoose }: StepKeys): void {
  const t = useTranslations("runs.keys");
  const { run, show } = useLiveRun();
  const group = t("group");
  const at = run.steps.findIndex(({ id }) => id === step.id);
  const go = (to: number) => {
    const id = run.steps[to]?.id;
    if (id) show(id);
  };
  const moves = [
    { keys: "j", description: t("next"), run: () => go(at + 1) },
    { keys: "k", description: t("previous"), run: () => go(at - 1) },
    { keys: ".", description: t("focus"), run: () => show(null) },
    { keys: "c", description: t("copy"), run: copyNext },
    { keys: "n", description: t("note"), run: () => focus("run-note") },
    { keys: "e", description: t("evidence"), run: () => focus("run-evidence") },
  ];
  const events = (Object.keys(hotkeys) as (keyof typeof hotkeys)[])
    .filter((event) => enabled && step.possible.includes(event) && (run.status === "active" || event === "reopen"))
    .map((event) => ({ keys: hotkeys[event], description: t(event), run: () => onEvent(event) }));
  const answers = (enabled && step.possible.includes("choose") ? step.options.slice(0, 9) : []).map(({ label }, n) => ({
    keys: String(n + 1),
    description: t("choose", { label }),
    run: () => onChoose(label),
  }));
  useKeys([...answers, ...events, ...moves].map((shortcut) => ({ ...shortcut, group })));
}

const focus = (name: string) => document.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();

/**
 * Presses the copy button of the command that has the keyboard, else of the next one that was not copied yet. The button holds
 * back while a placeholder is empty, and puts the copy on record.
 */
function copyNext() {
  const commands = [...document.querySelectorAll<HTMLElement>("#run-step-body figure[data-code=command]")];
  const next =
    commands.find((one) => one.contains(document.activeElement)) ??
    commands.find((one) => one.dataset.taken === undefined) ??
    commands[0];
  next?.scrollIntoView({ block: "nearest" });
  next?.querySelector<HTMLButtonElement>("button[data-copy]")?.click();
}
