"use client";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/time";
import type { UpdateParts } from "../../updates/schema";
import { EntryText } from "../timeline/entry-text";
import { useLiveIncident } from "../view/live-incident";

/** What stakeholders will see of an update that is being written. */
export function UpdatePreview({ parts, nextUpdateAt }: { parts: UpdateParts; nextUpdateAt: string | null }) {
  const t = useTranslations("incidents");
  const { incident } = useLiveIncident();
  return (
    <section aria-label={t("updates.preview")} className="rounded border border-line bg-raised/50 p-3">
      <p className="mb-2 flex flex-wrap items-center gap-2 text-sm text-muted">
        {t("updates.preview")}
        <Badge>{t(`share.page.impact.${incident.severity}`)}</Badge>
        <Badge>{t(`share.page.step.${incident.status === "closed" ? "resolved" : incident.status}`)}</Badge>
      </p>
      {(["condition", "actions", "needs"] as const).map(
        (name) =>
          parts[name] && (
            <div key={name} className="mb-2">
              {name !== "condition" && <p className="text-xs font-semibold text-muted">{t(`updates.part.${name}`)}</p>}
              <EntryText body={parts[name]} kind="update" />
            </div>
          ),
      )}
      <p className="text-sm text-muted">
        {nextUpdateAt ? (
          <>
            {t("share.page.next")} <DateTime at={nextUpdateAt} style="time" />
          </>
        ) : (
          t("updates.noneNext")
        )}
      </p>
    </section>
  );
}
