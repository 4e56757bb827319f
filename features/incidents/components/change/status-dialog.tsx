"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ChangedIncident, ClosingRequirement } from "../../incident-schema";
import type { IncidentStatus } from "../../schema";
import { useLiveIncident } from "../view/live-incident";
import { ClosingFields } from "./closing-fields";
import { FormDialog } from "./form-dialog";
import { useWrite } from "./use-write";

type StatusDialogProps = { to?: IncidentStatus; onClose: () => void };

/** Moves the incident: only the moves that its status allows are offered, and what each needs is asked for. */
export function StatusDialog({ to: preset, onClose }: StatusDialogProps) {
  const t = useTranslations("incidents");
  const words = useTranslations("outbox");
  const { incident, api, addEntries, addSummary, refresh } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [to, setTo] = useState<IncidentStatus | undefined>(
    preset ?? (incident.moves.find((move) => move.direction === "forward") ?? incident.moves[0])?.to,
  );
  const [reason, setReason] = useState("");
  const [closing, setClosing] = useState({
    rootCause: incident.rootCause ?? "",
    notStable: "",
    noFollowUps: "",
    override: false,
  });
  const chosen = incident.moves.find((move) => move.to === to);
  const isClosing = to === "closed";
  const reasonNeeded = (chosen && chosen.direction !== "forward") || (isClosing && closing.override);

  const save = async () => {
    const rootCause = closing.rootCause.trim();
    if (isClosing && rootCause && rootCause !== incident.rootCause) {
      const kept = await write("PATCH", api, { rootCause });
      if (!kept.ok) return;
    }
    const body = {
      id: v7(),
      to,
      from: incident.status,
      reason: reason || undefined,
      ...(isClosing && {
        override: closing.override,
        notStableReason: closing.notStable || undefined,
        noFollowUpsReason: closing.noFollowUps || undefined,
      }),
    };
    // Closing asks the server what is still missing: it cannot wait unseen.
    const queueable = to &&
      !isClosing && {
        label: words("did.status", { status: t(`status.${to}`) }),
        change: { does: "status" as const, to },
        chain: `status:${incident.key}`,
        onQueued: onClose,
      };
    const answer = await write<ChangedIncident>("POST", `${api}/status`, body, queueable || undefined);
    if (!answer.ok) return;
    addEntries([answer.value.entry]);
    addSummary(answer.value.incident);
    void refresh();
    onClose();
  };
  const missing = (failure?.code === "closing_incomplete" ? failure.details.missing : incident.closingMissing) as
    | ClosingRequirement[]
    | undefined;
  return (
    <FormDialog title={t("change.status")} busy={busy} failure={failure?.text} onSubmit={save} onClose={onClose}>
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t("change.status")}</legend>
        {incident.moves.map((move) => (
          <label
            key={move.to}
            className="flex items-center gap-2 rounded border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="to"
              value={move.to}
              checked={move.to === to}
              onChange={() => setTo(move.to)}
              className="accent-accent"
            />
            <span className="flex-1 font-medium">{t(`status.${move.to}`)}</span>
            {move.direction !== "forward" && (
              <span className="text-sm text-muted">{t(`change.${move.direction}`)}</span>
            )}
          </label>
        ))}
      </fieldset>
      {isClosing && <ClosingFields missing={missing ?? []} value={closing} onChange={setClosing} />}
      <Field
        label={t("change.reason")}
        hint={reasonNeeded ? t("change.reasonNeeded") : t("change.reasonOptional")}
        required={reasonNeeded}
      >
        <Textarea rows={2} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
