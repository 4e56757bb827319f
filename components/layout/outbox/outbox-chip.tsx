"use client";
import { CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOutbox } from "./use-outbox";
import { unsent } from "./waiting";

/** In the head of every page while something waits to be sent: how much, and the way to it. */
export function OutboxChip() {
  const t = useTranslations("outbox");
  const { items, open } = useOutbox();
  const count = unsent(items).length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={open}
      title={t("chip", { count })}
      className="flex h-9 items-center gap-1.5 rounded border border-warning/40 bg-warning-soft px-2 text-sm font-medium whitespace-nowrap hover:border-warning"
    >
      <CloudUpload aria-hidden className="size-4" />
      <span aria-hidden className="tabular-nums">
        {count}
      </span>
      <span className="sr-only">{t("chip", { count })}</span>
    </button>
  );
}
