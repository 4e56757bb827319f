"use client";
import { useTranslations } from "next-intl";
import { Face } from "@/components/ui/face";
import { type Companion, matterPlace } from "./use-company";

/** Who else has this runbook open, and the step or procedure that each is in. */
export function CompanyLine({ people }: { people: Companion[] }) {
  const t = useTranslations("editing.around.company");
  const where = (place: string | undefined) =>
    place ? (place === matterPlace ? t("inMatter") : t("in", { place })) : t("here");
  return (
    <section aria-label={t("label")} aria-live="polite" className="empty:hidden">
      {people.length > 0 && (
        <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {people.map(({ id, name, places }) => (
            <li key={id} className="inline-flex min-w-0 items-center gap-1.5">
              <span aria-hidden>
                <Face name={name} size="sm" tone="accent" />
              </span>
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{name}</span> <span className="text-muted">{where(places[0])}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
