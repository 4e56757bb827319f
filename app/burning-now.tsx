import { Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { IncidentRows } from "@/features/incidents/components/list/incident-rows";
import type { Burning } from "@/features/incidents/home/loaders";

/** What is burning, and one button to declare; with nothing on fire it says so, quietly. */
export function BurningNow({ burning }: { burning: Exclude<Burning, { state: "hidden" }> }) {
  const t = useTranslations("reading.burning");
  const declare = burning.state === "unknown" || burning.canDeclare;
  const calm = burning.state === "known" && burning.incidents.length === 0;
  return (
    <section aria-labelledby="burning" className="mb-10">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="burning" className="text-lg font-semibold">
          {t("heading")}
        </h2>
        {declare && (
          <ButtonLink href="/incidents/new" variant={calm ? "secondary" : "primary"}>
            <Siren aria-hidden className="size-4" />
            {t("declare")}
          </ButtonLink>
        )}
      </div>
      {burning.state === "unknown" && (
        <Notice tone="info" title={t("unknown")}>
          {t("unknownText")}
        </Notice>
      )}
      {calm && <p className="text-muted">{t("clear")}</p>}
      {burning.state === "known" && !calm && <IncidentRows incidents={burning.incidents} unread={burning.unread} />}
    </section>
  );
}
