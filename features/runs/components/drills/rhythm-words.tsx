"use client";
import { useLocale, useTranslations } from "next-intl";
import { occurrenceOf, type Rhythm } from "../../drills/turns";

const dayMs = 86_400_000;

type RhythmWordsProps = {
  rhythm: Rhythm;
  /** `YYYY-MM-DD` of the next turn, by the portal's clocks. */
  date: string;
  time: string;
};

/** "Cada martes, a las 10:00"; "El segundo martes de cada mes, a las 10:00". */
export function RhythmWords({ rhythm, date, time }: RhythmWordsProps) {
  const t = useTranslations("runs.drills");
  const locale = useLocale();
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return null;
  const { week } = occurrenceOf(at / dayMs);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(at);
  return t(rhythm, { week: String(week), weekday, time });
}
