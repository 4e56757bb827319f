"use client";
import { useTranslations } from "next-intl";
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
