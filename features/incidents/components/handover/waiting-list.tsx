import { Handshake, Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/time";
import type { Waiting } from "../../handover/waiting";

/** How something that waits looks, an `<li>`. */
export const waitingRow =
  "flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2.5 last:border-b-0";

/**
 * What waits for the reader, above everything else: roles offered to them, updates that they owe.
 * @param more rows of other things that wait
 */
export function WaitingList({ waiting: { offers, updates }, more }: { waiting: Waiting; more?: ReactNode }) {
  const t = useTranslations("incidents");
  if (offers.length === 0 && updates.length === 0 && !more) return null;
  return (
    <section aria-labelledby="waiting" className="mb-8">
      <h2 id="waiting" className="mb-2 text-lg font-semibold">
        {t("handover.waitingForYou")}
      </h2>
      <ul className="rounded border border-accent/40 bg-accent-soft">
        {offers.map(({ key, title, offer }) => (
          <li key={offer.id} className={waitingRow}>
            <Handshake aria-hidden className="size-5 shrink-0 text-accent" />
            <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {t("handover.question", { role: t(`role.${offer.role}`), from: offer.from.name })}
              <span className="block text-sm text-muted">
                <span className="font-mono">{key}</span> {title} · <RelativeTime at={offer.offeredAt} />
              </span>
            </p>
            <ButtonLink size="sm" variant="primary" href={`/incidents/${key}/briefing`}>
              {t("handover.read")}
            </ButtonLink>
          </li>
        ))}
        {updates.map(({ key, title, dueAt }) => (
          <li key={key} className={waitingRow}>
            <Megaphone aria-hidden className="size-5 shrink-0 text-warning" />
            <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {t("updates.nudge")}
              <span className="block text-sm text-muted">
                <span className="font-mono">{key}</span> {title} · {t("updates.wasDue")} <RelativeTime at={dueAt} />
              </span>
            </p>
            <ButtonLink size="sm" href={`/incidents/${key}?update=1`}>
              {t("updates.write")}
            </ButtonLink>
          </li>
        ))}
        {more}
      </ul>
    </section>
  );
}
