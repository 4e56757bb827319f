"use client";
import { useFormatter } from "next-intl";
import { useTicking } from "@/components/ui/now";

/** "dentro de 12 minutos", kept current; the exact time is its title. */
export function DueTime({ at }: { at: string }) {
  const format = useFormatter();
  const now = useTicking("minute");
  return (
    <time dateTime={at} title={at}>
      {format.relativeTime(new Date(at), new Date(now))}
    </time>
  );
}
