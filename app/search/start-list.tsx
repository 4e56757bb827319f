"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { OfferedList } from "@/features/runbooks/components/search/offered-list";
import { type Opened, recentlyOpened } from "@/features/runbooks/components/search/recently-opened";
import type { FrequentProcedure } from "@/features/runs/track-record/schema";
import { call } from "@/lib/http/client";

/** Before anything is typed: what this browser opened last and, for members, what is being followed most these weeks. */
export function StartList({ member }: { member: boolean }) {
  const t = useTranslations("finding");
  const [recent, setRecent] = useState<Opened[]>([]);
  const [frequent, setFrequent] = useState<FrequentProcedure[]>([]);
  useEffect(() => {
    setRecent(recentlyOpened());
    if (!member) return;
    void call<{ procedures: FrequentProcedure[] }>("GET", "/api/v1/frequent-procedures").then((answer) => {
      if (answer.ok) setFrequent(answer.value.procedures);
    });
  }, [member]);
  return (
    <div className="grid gap-6">
      {recent.length > 0 && <OfferedList heading={t("recent")} places={recent} />}
      {frequent.length > 0 && (
        <OfferedList
          heading={t("frequent")}
          places={frequent.map(({ runbook, procedure, title, service, runs }) => ({
            path: runbook,
            anchor: procedure,
            title,
            service,
            note: t("runs", { count: runs }),
          }))}
        />
      )}
      <div className="text-sm text-muted">
        <p>{t("filters.hint")}</p>
        <p className="mt-1 flex flex-wrap gap-x-3 font-mono">
          {["service", "sev", "lang", "owner"].map((name) => (
            <code key={name}>{t(`filters.example.${name}`)}</code>
          ))}
        </p>
      </div>
    </div>
  );
}
