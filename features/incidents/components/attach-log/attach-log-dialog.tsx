"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { captionLimit } from "../../attachments/limits";
import { useGuardedEntry } from "../composer/use-guarded-entry";
import { IncidentChoice } from "./incident-choice";
import { MaskedPreview } from "./masked-preview";
import { type LogToAttach, type SentLog, useAttachLog } from "./use-attach-log";
import { useOpenIncidents } from "./use-open-incidents";

type Props = LogToAttach & { onClose: () => void; onSent: (sent: SentLog) => void };

/** Which incident a pasted log goes to, what is said of it, and what of it will be masked: then it is sent, and not before. */
export function AttachLogDialog({ text, about, onClose, onSent }: Props) {
  const t = useTranslations("finding.attachLog");
  const known = useOpenIncidents();
  const guarded = useGuardedEntry(text);
  const { state, send, ready } = useAttachLog(onSent);
  const lines = text.trimEnd().split("\n").length;
  const [caption, setCaption] = useState(() => t(about === "" ? "captionOf" : "captionAbout", { lines, about }));
  const [choice, setChoice] = useState<string | null>(null);
  const chosen = choice ?? proposed(known);
  const busy = state === "sending";
  const attach = (key: string) =>
    send({ key, name: t("fileName", { when: fileTime(new Date()) }), text: guarded.outgoing(text).body, caption });
  return (
    <Dialog
      open
      size="lg"
      title={t("title")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabled={busy || !ready || chosen === null}
            onClick={() => chosen && void attach(chosen)}
          >
            {busy ? t("sending") : chosen ? t("send", { key: chosen }) : t("sendNowhere")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <IncidentChoice known={known} chosen={chosen} onChoose={setChoice} />
        <Field label={t("caption")} hint={t("captionHint")}>
          <Input
            value={caption}
            maxLength={captionLimit}
            autoComplete="off"
            onChange={({ target }) => setCaption(target.value)}
          />
        </Field>
        <MaskedPreview guarded={guarded} lines={lines} />
        {typeof state === "object" && (
          <Notice tone="danger" live>
            {t("failed", { why: state.failed })}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** The incident that one came from; else the only one there is. */
function proposed(known: ReturnType<typeof useOpenIncidents>): string | null {
  if (known.state === "reading") return null;
  const [only, ...others] = known.incidents;
  return known.from ?? (only && others.length === 0 ? only.key : null);
}

/** `2026-11-22T03-44Z`: a colon is none for the file systems of some. */
const fileTime = (at: Date) => `${at.toISOString().slice(0, 16).replace(":", "-")}Z`;
