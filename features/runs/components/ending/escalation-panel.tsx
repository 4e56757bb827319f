"use client";
import { PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { useLiveRun } from "../live/live-run";
import { ReasonDialog } from "../step/reason-dialog";
import { HandOver } from "./hand-over-text";

/** Whom to call and what to tell them; ends the run as escalated once somebody has taken over. */
export function EscalationPanel({ body }: { body: ReactNode }) {
  const t = useTranslations("runs.escalation");
  const { run, able, end } = useLiveRun();
  const [asking, setAsking] = useState(false);
  const severity = run.severity;
  const contacts = run.contacts.toSorted((a, b) => rank(b.for, severity) - rank(a.for, severity));
  return (
    <section
      id="escalation"
      aria-labelledby="escalation-title"
      className="grid gap-4 rounded border border-warning/50 bg-warning-soft p-4 *:min-w-0 sm:p-6"
    >
      <h2 id="escalation-title" className="flex items-center gap-2 text-xl font-semibold">
        <PhoneCall aria-hidden className="size-5 text-warning" />
        {t("title")}
      </h2>
      {body && <div className="prose">{body}</div>}
      {contacts.length > 0 && (
        <ul className="grid gap-1">
          {contacts.map(({ name, channel, for: severities }) => (
            <li key={`${name} ${channel}`} className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{name}</span>
              {channel && <span>{channel}</span>}
              {severities.length > 0 && <span className="text-sm text-muted">{severities.join(", ")}</span>}
            </li>
          ))}
        </ul>
      )}
      <HandOver />
      {able && run.status === "active" && (
        <div>
          <Button variant="primary" size="lg" onClick={() => setAsking(true)}>
            {t("done")}
          </Button>
        </div>
      )}
      {asking && (
        <ReasonDialog
          kind="escalated"
          onClose={() => setAsking(false)}
          onReason={async (reason) => {
            const done = await end("escalated", reason);
            if (done) setAsking(false);
            return done;
          }}
        />
      )}
    </section>
  );
}

/** Those named for this severity first, then those for any. */
const rank = (severities: string[], severity: string | null) =>
  severity !== null && severities.includes(severity) ? 2 : severities.length === 0 ? 1 : 0;
