"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { useToast } from "@/components/ui/toast";
import type { FoundSection } from "../../finding/answer";
import { startHref } from "../../links";
import { keyOf } from "./section-link";

type Options = {
  list: RefObject<HTMLElement | null>;
  field: RefObject<HTMLTextAreaElement | null>;
  results: FoundSection[];
  /** The browser answered by itself: nothing can be started. */
  offline: boolean;
  /** Whether the reader may start a run. */
  canStart: boolean;
  onOpen: (section: FoundSection) => void;
};

/**
 * The keys of a list of results: arrows or j and k move, Enter opens (they are links), r starts the procedure, o opens a tab
 * beside. Where r can start nothing it says why. Above the first is the field. The focus stays on its result while others come and go around it.
 */
export function useResultKeys({ list, field, results, offline, canStart, onOpen }: Options) {
  const t = useTranslations("finding.keys");
  const router = useRouter();
  const toast = useToast();
  const held = useRef<string | null>(null);
  const inSight = () =>
    [...(list.current?.querySelectorAll<HTMLElement>("[data-result]") ?? [])].filter((link) => link.checkVisibility());
  const focus = (link: HTMLElement | undefined) => {
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  };
  const move = (by: number) => {
    const all = inSight();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at === -1) focus(all[by > 0 ? 0 : all.length - 1]);
    else if (at + by < 0) field.current?.focus();
    else focus(all[Math.min(all.length - 1, at + by)]);
  };
  const chosen = () => {
    const key = document.activeElement?.getAttribute("data-result");
    return results.find((section) => keyOf(section) === key) ?? results[0];
  };
  const start = () => {
    const section = chosen();
    if (!section) return;
    if (offline) return toast({ tone: "warning", title: t("away.title"), description: t("away.instead") });
    if (!section.procedure) return toast({ title: t("noProcedure.title"), description: t("noProcedure.instead") });
    onOpen(section);
    router.push(startHref(section.path, section.procedure));
  };
  const openBeside = () => {
    const section = chosen();
    const link = inSight().find((one) => section && one.dataset.result === keyOf(section));
    if (!section || !(link instanceof HTMLAnchorElement)) return;
    onOpen(section);
    window.open(link.href, "_blank", "noopener");
  };
  const group = t("group");
  useKeys([
    { keys: "arrowdown", group, description: t("next"), run: () => move(1) },
    { keys: "arrowup", group, description: t("previous"), run: () => move(-1) },
    { keys: "j", group, description: t("next"), run: () => move(1) },
    { keys: "k", group, description: t("previous"), run: () => move(-1) },
    { keys: "o", group, description: t("beside"), run: openBeside },
    ...(canStart ? [{ keys: "r", group, description: t("start"), run: start }] : []),
  ]);

  // A result that had the focus and is gone leaves it to the best one: never to nothing.
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || results.length === 0) return;
    const remember = () => {
      held.current = document.activeElement?.getAttribute("data-result") ?? null;
    };
    if (held.current !== null && document.activeElement === document.body) {
      const same = box.querySelector<HTMLElement>(`[data-result="${CSS.escape(held.current)}"]`);
      (same ?? box.querySelector<HTMLElement>("[data-result]"))?.focus();
    }
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [results, list]);

  return { focusBest: () => focus(inSight()[0]), openBest: () => inSight()[0]?.click() };
}
