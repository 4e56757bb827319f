"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import type { SimilarIncidents } from "../../similar/schema";
import { Panel } from "../side/panel";
import { SimilarItem } from "./similar-item";

type Loaded = SimilarIncidents["incidents"] | "loading" | "failed";

/** Incidents that resemble this one, asked for when somebody can see where they go: never on a phone's other tabs. */
export function SimilarPanel({ incidentKey }: { incidentKey: string }) {
  const t = useTranslations("incidents.past.similar");
  const [found, setFound] = useState<Loaded>("loading");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      const path = `/api/v1/incidents/${incidentKey}/similar`;
      const answer = await call<SimilarIncidents>("GET", path, undefined, abort.signal);
      if (!abort.signal.aborted) setFound(answer.ok ? answer.value.incidents : "failed");
    };
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      void ask();
    });
    if (box.current) seen.observe(box.current);
    return () => {
      seen.disconnect();
      abort.abort();
    };
  }, [incidentKey]);
  return (
    <Panel title={t("title")}>
      <div ref={box} />
      {typeof found === "string" || found.length === 0 ? (
        <p className="text-sm text-muted">{t(typeof found === "string" ? found : "none")}</p>
      ) : (
        <ul className="grid gap-3">
          {found.map((incident) => (
            <SimilarItem key={incident.key} incident={incident} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
