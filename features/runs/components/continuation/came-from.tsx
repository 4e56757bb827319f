"use client";
import { CornerUpLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { runHref } from "../../links";
import { useLiveRun } from "../live/live-run";
import { useLeadOn } from "./lead-on";

/** The way back to the run whose answer led here; whoever answers here is led on. */
export function CameFrom() {
  const t = useTranslations("runs.continuation");
  const { run } = useLiveRun();
  useLeadOn();
  if (!run.continues) return null;
  return (
    <Link
      href={runHref({ id: run.continues.id, incident: run.incident })}
      className="inline-flex min-h-6 items-center gap-1.5 justify-self-start text-sm text-accent hover:underline"
    >
      <CornerUpLeft aria-hidden className="size-4" />
      {t("back", { title: run.continues.title })}
    </Link>
  );
}
