"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useTicking, useTimeZoneOfReader } from "@/components/ui/now";
import { allowedMoves } from "../../machine";
import type { QuickEntry } from "../../quick/quick-grammar";
import type { IncidentStatus } from "../../schema";

/** Why a line cannot be sent as it is, in words; null when it can. */
export function useObstacle(): (read: QuickEntry, status: IncidentStatus) => string | null {
  const t = useTranslations("incidents");
  return (read, status) => {
    if (read.does === "nothing") return t(`composer.problem.${read.problem}`, read.values);
    if (read.does !== "status") return null;
    const move = allowedMoves(status).find(({ to }) => to === read.to);
    const to = t(`status.${read.to}`);
    if (!move) return t("composer.notAllowed", { from: t(`status.${status}`), to });
    return move.direction !== "forward" && !read.reason ? t("composer.needsReason", { status: read.to }) : null;
  };
}

/** What the line in the composer will become, before it is sent. */
export function Preview({ read }: { read: Exclude<QuickEntry, { does: "nothing" }> }) {
  const t = useTranslations("incidents");
  const when = useWhen()(read.happenedAt);
  switch (read.does) {
    case "entry":
      return t("composer.entry", { kind: t(`timeline.kind.${read.kind}`), when });
    case "status":
      return t("composer.status", { status: t(`status.${read.to}`), when });
    case "severity":
      return t("composer.severity", { severity: read.to, when });
    case "role":
      return t("composer.role", {
        role: t(`role.${read.role}`),
        person: read.person === null ? t("composer.me") : `@${read.person}`,
        when,
      });
  }
}

function useWhen() {
  const t = useTranslations("incidents.composer");
  const format = useFormatter();
  const timeZone = useTimeZoneOfReader();
  const now = useTicking("minute");
  return (at: Date | null) => {
    if (!at) return t("now");
    const sameDay = day(at, timeZone) === day(new Date(now), timeZone);
    const time = format.dateTime(at, {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      ...(sameDay ? {} : { day: "numeric", month: "short" }),
    });
    return t("at", { time, ago: format.relativeTime(at, new Date(Math.max(now, at.getTime()))) });
  };
}

const day = (at: Date, timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
