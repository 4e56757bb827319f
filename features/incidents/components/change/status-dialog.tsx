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
import { OvertakenNotice } from "./overtaken-notice";
import { StatusChoice } from "./status-choice";
import { useOvertaken } from "./use-overtaken";
import { useWrite } from "./use-write";

type StatusDialogProps = { to?: IncidentStatus; onClose: () => void };

/**
 * Moves the incident: only the moves that its status allows are offered, and what each needs is asked for. Somebody else's move
 * meanwhile is shown first; the reason that was typed stays.
 */
export function StatusDialog({ to: preset, onClose }: StatusDialogProps) {
  const t = useTranslations("incidents");
  const words = useTranslations("outbox");
  const { incident, api, addEntries, addSummary, refresh } = useLiveIncident();
  const { busy, failure, write, overtaken, unseen, agree, theirs } = useOvertaken(({ status }) => status, "status");
  const facts = useWrite();
  const [to, setTo] = useState<IncidentStatus | undefined>(
    preset ?? (incident.moves.find((move) => move.direction === "forward") ?? incident.moves[0])?.to,
  );
  const [reason, setReason] = useState("");
  const [id] = useState(() => v7());
  const [closing, setClosing] = useState({
    rootCause: incident.rootCause ?? "",
    notStable: "",
    noFollowUps: "",
    override: false,
  });
  const chosen = incident.moves.find((move) => move.to === to);
  const isClosing = chosen?.to === "closed";
  const reasonNeeded = (chosen && chosen.direction !== "forward") || (isClosing && closing.override);

  const save = async () => {
    if (unseen) return agree();
    if (!chosen) return;
    const rootCause = closing.rootCause.trim();
    if (isClosing && rootCause && rootCause !== incident.rootCause) {
      const kept = await facts.write("PATCH", api, { rootCause });
      if (!kept.ok) return;
      await refresh();
    }
    const body = {
      id,
      to: chosen.to,
      from: incident.status,
      reason: reason || undefined,
      ...(isClosing && {
        override: closing.override,
        notStableReason: closing.notStable || undefined,
        noFollowUpsReason: closing.noFollowUps || undefined,
      }),
    };
    // Closing asks the server what is still missing: it cannot wait unseen.
    const queueable = isClosing
      ? undefined
      : {
          label: words("did.status", { status: t(`status.${chosen.to}`) }),
          change: { does: "status" as const, to: chosen.to },
          chain: `status:${incident.key}`,
          onQueued: onClose,
        };
    const answer = await write<ChangedIncident>("POST", `${api}/status`, body, queueable);
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
    <FormDialog
      title={t("change.status")}
      busy={busy || facts.busy}
      failure={failure?.text ?? facts.failure?.text}
      submit={unseen ? t("overtaken.seen") : undefined}
      disabled={!unseen && !chosen}
      onSubmit={save}
      onClose={onClose}
    >
      {overtaken && <OvertakenNotice theirs={theirs} />}
      <StatusChoice moves={incident.moves} to={to} onChange={setTo} />
      {isClosing && <ClosingFields missing={missing ?? []} value={closing} onChange={setClosing} />}
      <Field
        label={t("change.reason")}
        hint={reasonNeeded ? t("change.reasonNeeded") : t("change.reasonOptional")}
        required={reasonNeeded && !unseen}
      >
        <Textarea rows={2} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
