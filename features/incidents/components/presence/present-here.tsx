"use client";
import { useTranslations } from "next-intl";
import { Face } from "@/components/ui/face";
import { writingPlace } from "../../presence/crowd";
import { useOthers } from "./use-others";

/** Faces shown before the rest becomes a number. */
const most = 5;

/** Who else has the incident open, as faces; whoever is writing has the accent. */
export function PresentHere() {
  const t = useTranslations("incidents.quickEntry");
  const { others, more } = useOthers();
  const shown = others.slice(0, most);
  const rest = others.length - shown.length + more;
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("here")} className="flex items-center">
      {shown.map(({ id, name, places }) => (
        <li key={id} className="-ml-1 first:ml-0">
          <Face name={name} size="sm" tone={places.includes(writingPlace) ? "accent" : "plain"} />
        </li>
      ))}
      {rest > 0 && (
        <li className="ml-1 text-xs text-muted">
          <span aria-hidden>+{rest}</span>
          <span className="sr-only">{t("more", { count: rest })}</span>
        </li>
      )}
    </ul>
  );
}
