"use client";
import { useTranslations } from "next-intl";
import { useKeys } from "@/components/layout/keys/keys";

type TimelineKeys = {
  step: (by: 1 | -1) => void;
  toEnd: () => void;
  /** Null when nothing is new. */
  toUnread: (() => void) | null;
  jump: () => void;
  filter: () => void;
  order: () => void;
  clock: () => void;
};

/** What the keyboard does on a timeline; `?` lists it. */
export function useTimelineKeys({ step, toEnd, toUnread, jump, filter, order, clock }: TimelineKeys): void {
  const t = useTranslations("incidents.log.keys");
  const bottom = useTranslations("incidents.keys")("bottom");
  const group = t("group");
  useKeys([
    { keys: "j", description: t("next"), group, run: () => step(1) },
    { keys: "k", description: t("previous"), group, run: () => step(-1) },
    { keys: "b", description: bottom, group, run: toEnd },
    ...(toUnread ? [{ keys: "u", description: t("unread"), group, run: toUnread }] : []),
    { keys: "i", description: t("jump"), group, run: jump },
    { keys: "f", description: t("filter"), group, run: filter },
    { keys: "o", description: t("order"), group, run: order },
    { keys: "z", description: t("clock"), group, run: clock },
  ]);
}
