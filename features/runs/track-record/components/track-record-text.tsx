"use client";
import { useTranslations } from "next-intl";
import type { TrackRecord } from "../schema";

/** "Worked 4 of 5 times"; nothing for a procedure that nobody has followed to an end. */
export function TrackRecordText({ record }: { record: TrackRecord | null }) {
  const t = useTranslations("finding.record");
  if (!record) return null;
  const { worked, total } = record;
  return <span className="font-medium text-ink">{t("worked", { worked, total })}</span>;
}
