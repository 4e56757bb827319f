"use client";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import { laterPart, sentPart, useLaterPart } from "@/components/ui/sent-part";
import { DateTime } from "@/components/ui/time";
import { useLiveIncident } from "../view/live-incident";
import { Panel } from "./panel";

const FactsDialog = laterDialog(() => import("../change/facts-dialog").then((module) => module.FactsDialog));
const text = laterPart(() => import("../timeline/entry-text").then((module) => module.EntryText));
const SentText = sentPart(() => import("../timeline/entry-text").then((module) => module.EntryText));
const times = ["impactStartedAt", "declaredAt", "acknowledgedAt", "mitigatedAt", "resolvedAt", "closedAt"] as const;

/** What is known of the incident, and its times. */
export function Facts() {
  const t = useTranslations("incidents");
  const { incident, can } = useLiveIncident();
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title={t("side.facts")}
      action={
        can.patch && (
          <IconButton label={t("change.facts")} size="sm" onClick={() => setEditing(true)}>
            <Pencil aria-hidden className="size-4" />
          </IconButton>
        )
      }
    >
      {incident.summary && <Summary body={incident.summary} />}
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">{t("fact.services")}</dt>
        <dd className="wrap-anywhere">{incident.services.join(", ") || t("side.none")}</dd>
        {Object.keys(incident.labels).length > 0 && (
          <>
            <dt className="text-muted">{t("fact.labels")}</dt>
            <dd className="font-mono text-xs leading-5 wrap-anywhere">
              {Object.entries(incident.labels).map(([name, value]) => (
                <span key={name} className="block">{`${name}="${value}"`}</span>
              ))}
            </dd>
          </>
        )}
        {times.map((name) => {
          const at = incident[name];
          if (!at) return null;
          return (
            <div key={name} className="contents">
              <dt className="text-muted">{t(`fact.${name}`)}</dt>
              <dd>
                <DateTime at={at} />
              </dd>
            </div>
          );
        })}
        {incident.rootCause && (
          <>
            <dt className="text-muted">{t("fact.rootCause")}</dt>
            <dd className="whitespace-pre-wrap wrap-anywhere">{incident.rootCause}</dd>
          </>
        )}
      </dl>
      {editing && <FactsDialog onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function Summary({ body }: { body: string }) {
  const Text = useLaterPart(text) ?? SentText;
  return <Text body={body} kind="note" />;
}
