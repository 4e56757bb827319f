"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useKeys } from "@/components/layout/keys/keys";

/** Arrow keys walk the results, and the best one is a single Enter away. */
export function ResultKeys({ children }: { children: ReactNode }) {
  const t = useTranslations("readingTools.search.keys");
  const box = useRef<HTMLDivElement>(null);
  const links = () => [...(box.current?.querySelectorAll<HTMLElement>("[data-result]") ?? [])];
  const move = (by: number) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[at === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys([
    { keys: "arrowdown", group: t("group"), description: t("next"), run: () => move(1) },
    { keys: "arrowup", group: t("group"), description: t("previous"), run: () => move(-1) },
  ]);
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) box.current?.querySelector<HTMLElement>("[data-result]")?.focus();
  }, []);
  return <div ref={box}>{children}</div>;
}
