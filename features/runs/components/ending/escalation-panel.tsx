"use client";
import { PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { useDueClocks } from "../clocks/use-due-clocks";
import { useLiveRun } from "../live/live-run";
import { ReasonDialog } from "../step/reason-dialog";
import { ContactList } from "./contacts";
import { HandOver } from "./hand-over-text";

/** Whom to call and what to tell them; ends the run as escalated once somebody has taken over. */
export function EscalationPanel({ body }: { body: ReactNode }) {
  const t = useTranslations("runs.escalation");
  const { run, able, end } = useLiveRun();
  const [asking, setAsking] = useState(false);
  const help = useTranslations("runs.clocks.help");
  // A step or the whole procedure over its time is a reason to think of help; the text alone says when to escalate.
  const due = useDueClocks() ?? [];
  const early = run.focus.stage !== "escalation" && !due.some(({ kind }) => kind === "escalation");
  return (
    <section
      id="escalation"
      aria-labelledby="escalation-title"
      className={classes(
        "grid scroll-mt-20 gap-4 rounded border p-4 *:min-w-0 sm:p-6",
        early ? "border-line bg-surface" : "border-warning/50 bg-warning-soft",
      )}
    >
      <h2 id="escalation-title" className="flex items-center gap-2 text-xl font-semibold">
        <PhoneCall aria-hidden className="size-5 text-warning" />
        {early ? help("title") : t("title")}
      </h2>
      {early && <p>{help("lead")}</p>}
      {body && <div className="prose">{body}</div>}
      <ContactList run={run} />
      <HandOver />
      {able && run.status === "active" && (
        <div>
          <Button variant={early ? "secondary" : "primary"} size={early ? "md" : "lg"} onClick={() => setAsking(true)}>
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
