"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SeverityMark } from "@/components/ui/severity-mark";
import { severities } from "@/lib/severity";
import type { ChangedIncident } from "../../incident-schema";
import { useLiveIncident } from "../view/live-incident";
import { FormDialog } from "./form-dialog";
import { OvertakenNotice } from "./overtaken-notice";
import { useOvertaken } from "./use-overtaken";

export function SeverityDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("incidents.change");
  const words = useTranslations("outbox");
  const { incident, api, addEntries, addSummary } = useLiveIncident();
  const seen = useTranslations("incidents.overtaken");
  const { busy, failure, write, overtaken, unseen, agree, theirs } = useOvertaken(
    ({ severity }) => severity,
    "severity",
  );
  const [id] = useState(() => v7());
  const [to, setTo] = useState(incident.severity);
  const [reason, setReason] = useState("");
  const save = async () => {
    if (unseen) return agree();
    if (to === incident.severity) return onClose();
    const body = { id, to, from: incident.severity, reason: reason || undefined };
    const answer = await write<ChangedIncident>("POST", `${api}/severity`, body, {
      label: words("did.severity", { to }),
      change: { does: "severity", to },
      chain: `severity:${incident.key}`,
      onQueued: onClose,
    });
    if (!answer.ok) return;
    addEntries([answer.value.entry]);
    addSummary(answer.value.incident);
    onClose();
  };
  return (
    <FormDialog
      title={t("severity")}
      busy={busy}
      failure={failure?.text}
      submit={unseen ? seen("seen") : undefined}
      onSubmit={save}
      onClose={onClose}
    >
      {overtaken && <OvertakenNotice theirs={theirs} />}
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t("severity")}</legend>
        {severities.map((severity) => (
          <label
            key={severity}
            className="flex items-center gap-2 rounded border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="severity"
              value={severity}
              checked={severity === to}
              onChange={() => setTo(severity)}
              className="accent-accent"
            />
            <SeverityMark severity={severity} long className="whitespace-normal" />
          </label>
        ))}
      </fieldset>
      <Field label={t("reason")} hint={t("reasonOptional")}>
        <Input value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
