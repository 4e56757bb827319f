"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import { runHref } from "../../links";
import type { RunSummary } from "../../schema";
import { RunStatusBadge } from "./run-status-badge";

const refreshMs = 10_000;

/** The runs of an incident with their progress, in the side column of its page. */
export function IncidentRuns({ incidentKey, runs: first }: { incidentKey: string; runs: RunSummary[] }) {
  const t = useTranslations("runs.list");
  const [runs, setRuns] = useState(first);
  useEffect(() => setRuns(first), [first]);
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await call<{ runs: RunSummary[] }>("GET", `/api/v1/incidents/${incidentKey}/runs`);
      if (answer.ok) setRuns(answer.value.runs);
    }, refreshMs);
    return () => clearInterval(timer);
  }, [incidentKey]);
  return (
    <section className="border-b border-line px-4 py-3">
      <h2 className="mb-1.5 flex min-h-7 items-center text-sm font-semibold">{t("ofIncident")}</h2>
      {runs.length === 0 ? (
        <p className="text-sm text-muted">
          {t("none")}{" "}
          <Link href="/runbooks" className="text-accent underline">
            {t("find")}
          </Link>
        </p>
      ) : (
        <ul className="grid gap-1">
          {runs.map((run) => (
            <li key={run.id}>
              <Link
                href={runHref(run)}
                prefetch={false}
                className="-mx-2 grid gap-1 rounded px-2 py-1.5 hover:bg-raised"
              >
                <span className="font-medium wrap-anywhere">{run.title}</span>
                <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
                  <RunStatusBadge status={run.status} />
                  {t("progress", run.progress)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
