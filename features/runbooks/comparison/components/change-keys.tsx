"use client";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { IconButton } from "@/components/ui/button";

/** From change to change, by button and by key: `n` and `p`, as the reader says `next` and `previous`. */
export function ChangeKeys({ total }: { total: number }) {
  const t = useTranslations("comparison");
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);

  const go = (step: 1 | -1) => {
    const found = [
      ...(bar.current?.closest("[data-comparison]")?.querySelectorAll<HTMLElement>("[data-change]") ?? []),
    ];
    if (found.length === 0) return;
    // From where the reader is: they may have clicked into a change.
    const focused = found.findIndex((one) => one.contains(document.activeElement));
    const here = focused >= 0 ? focused + 1 : at;
    const next = Math.min(Math.max(here + step, 1), found.length);
    setAt(next);
    found[next - 1]?.focus({ preventScroll: true });
    found[next - 1]?.scrollIntoView({ block: "start" });
  };
  useKeys([
    { keys: "n", description: t("next"), group: t("label"), run: () => go(1) },
    { keys: "p", description: t("previous"), group: t("label"), run: () => go(-1) },
  ]);
  return (
    <div
      ref={bar}
      className="sticky top-14 z-10 mb-3 flex items-center gap-1 rounded border border-line bg-surface py-1 pr-1 pl-3 print:hidden"
    >
      <p className="flex-1 text-sm" role="status">
        {at === 0 ? t("count", { count: total }) : t("position", { at, total })}
      </p>
      <IconButton label={`${t("previous")} (P)`} size="sm" onClick={() => go(-1)}>
        <ChevronUp aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={`${t("next")} (N)`} size="sm" onClick={() => go(1)}>
        <ChevronDown aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
