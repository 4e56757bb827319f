"use client";
import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { useLiveIncident } from "../view/live-incident";

/** A role waits for this reader's word: said on their screen as soon as it is offered. */
export function HandoverBanner() {
  const t = useTranslations("incidents");
  const { incident, actor } = useLiveIncident();
  const mine = incident.handovers.filter(({ to }) => to.id !== null && to.id === actor.id);
  return (
    <section
      aria-label={t("handover.label")}
      aria-live="polite"
      className={mine.length > 0 ? "mt-2 grid gap-2" : "sr-only"}
    >
      {mine.map((offer) => (
        <div
          key={offer.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-accent/40 bg-accent-soft px-3 py-2"
        >
          <p className="flex min-w-0 flex-1 basis-64 items-center gap-2">
            <Handshake aria-hidden className="size-5 shrink-0 text-accent" />
            <span className="wrap-anywhere">
              {t.rich("handover.offeredToYou", {
                from: offer.from.name,
                role: t(`role.${offer.role}`),
                strong: (text) => <strong className="font-semibold">{text}</strong>,
              })}
            </span>
          </p>
          <ButtonLink size="sm" variant="primary" href={`/incidents/${incident.key}/briefing`}>
            {t("handover.read")}
          </ButtonLink>
        </div>
      ))}
    </section>
  );
}
