"use client";
import { FlaskConical, Siren } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SeverityMark } from "@/components/ui/severity-mark";
import { call } from "@/lib/http/client";
import type { Severity } from "@/lib/severity";
import { runHref } from "../../links";
import type { StartedRun } from "../../schema";

type StartFormProps = {
  runbook: string;
  procedure: string;
  severity: Severity | null;
  /** Open incidents, those of the service first. */
  incidents: { key: string; title: string; severity: Severity }[];
};

/** Where the run belongs: to an open incident, to a new one, or to nobody, as a drill. */
export function StartForm({ runbook, procedure, severity, incidents }: StartFormProps) {
  const t = useTranslations("runs.start");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [id] = useState(() => v7());

  const start = async (key: string | null) => {
    setBusy(true);
    setProblem(null);
    const path = key ? `/api/v1/incidents/${key}/runs` : "/api/v1/runs";
    const answer = await call<StartedRun>("POST", path, { runbook, procedure, id });
    if (answer.ok) return router.push(runHref(answer.value));
    setBusy(false);
    setProblem(answer.code === "offline" ? t("offline") : answer.title || t("failed"));
  };
  const declare = `/incidents/new?${new URLSearchParams({ runbook, procedure, ...(severity ? { severity } : {}) })}`;

  return (
    <div className="grid max-w-2xl gap-6 *:min-w-0">
      {problem && (
        <Notice tone="danger" title={problem} live>
          {t("kept")}
        </Notice>
      )}
      {incidents.length > 0 && (
        <section aria-labelledby="on-incident" className="grid gap-2">
          <h2 id="on-incident" className="font-semibold">
            {t("onIncident")}
          </h2>
          {incidents.map((incident) => (
            <Button
              key={incident.key}
              size="lg"
              disabled={busy}
              className="h-auto! min-h-12 w-full justify-start py-2 whitespace-normal!"
              onClick={() => void start(incident.key)}
            >
              <SeverityMark severity={incident.severity} />
              <span className="font-mono text-sm">{incident.key}</span>
              <span className="min-w-0 flex-1 text-left wrap-anywhere">{incident.title}</span>
            </Button>
          ))}
        </section>
      )}
      <section aria-labelledby="new-incident" className="grid gap-2">
        <h2 id="new-incident" className="font-semibold">
          {t("newIncident")}
        </h2>
        <ButtonLink
          size="lg"
          href={declare}
          prefetch={false}
          className="h-auto! min-h-12 justify-start py-2 whitespace-normal!"
        >
          <Siren aria-hidden className="size-5" />
          {t("declare")}
        </ButtonLink>
      </section>
      <section aria-labelledby="drill" className="grid gap-2">
        <h2 id="drill" className="font-semibold">
          {t("drill")}
        </h2>
        <p className="text-muted">{t("drillLead")}</p>
        <Button size="lg" disabled={busy} className="justify-start" onClick={() => void start(null)}>
          <FlaskConical aria-hidden className="size-5" />
          {t("startDrill")}
        </Button>
      </section>
    </div>
  );
}
