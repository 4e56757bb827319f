"use client";
import { BookOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { OutboxStrip } from "@/components/layout/outbox/outbox-strip";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { AdoptionBanner } from "./adoption/adoption-banner";
import { SoundSwitch } from "./clocks/sound-switch";
import { CameFrom } from "./continuation/came-from";
import { RunStatusBadge } from "./lists/run-status-badge";
import { EscalationCountdown } from "./live/escalation-countdown";
import { useLiveRun } from "./live/live-run";
import { ServerClock } from "./live/server-clock";
import { HandsNotice } from "./people/hands-notice";
import { PresentPeople } from "./people/present-people";

/** What is being run, where, since when, and how long until it has to be escalated. */
export function RunHeader() {
  const t = useTranslations("runs.header");
  const { run, lost, able } = useLiveRun();
  const limit = run.clocks.find(({ kind }) => kind === "procedure")?.limit ?? run.within;
  return (
    <header className="mb-6 grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        {run.incident ? (
          <Link href={`/incidents/${run.incident.key}`} className="font-medium text-accent hover:underline">
            {run.incident.key} · {run.incident.title}
          </Link>
        ) : (
          <Link href="/runs" className="hover:underline">
            {t("runs")}
          </Link>
        )}
        {run.drill && <Badge tone="accent">{t("drill")}</Badge>}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="min-w-0 flex-1 basis-72 text-2xl font-semibold tracking-tight wrap-anywhere">{run.title}</h1>
        <RunStatusBadge status={run.status} />
        <ServerClock since={run.startedAt} until={run.endedAt} limit={limit} usual={run.usual} />
        <EscalationCountdown />
        {run.status === "active" && <SoundSwitch />}
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <Link
          href={`/runbooks/${run.runbook}#${run.procedure}`}
          className="inline-flex items-center gap-1 hover:underline"
        >
          <BookOpen aria-hidden className="size-4" />
          {run.runbook}
        </Link>
        <span>{t("startedBy", { name: run.startedBy.name })}</span>
        {run.commit && <code title={run.commit}>{run.commit.slice(0, 8)}</code>}
      </p>
      <PresentPeople />
      <HandsNotice />
      <CameFrom />
      <AdoptionBanner />
      <OutboxStrip lost={lost} className="rounded border" />
      {!able && <Notice tone="info">{t("watching")}</Notice>}
    </header>
  );
}
