"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { restoreVersionAction } from "../../editor/actions";
import { DifferenceView } from "../../editor/components/difference-view";
import { useErrorText } from "../../editor/components/use-error-text";
import { useSayPublished } from "../../editor/components/use-say-published";

type Props = {
  path: string;
  commit: string;
  baseBlob: string | null;
  /** The text to be restored, and what is published now; null where there is nothing. */
  text: string;
  current: string | null;
};

/** Publishes an earlier text again, as a new commit. */
export function RestoreButton({ path, commit, baseBlob, text, current }: Props) {
  const t = useTranslations("editing.history");
  const publish = useTranslations("editing.publish");
  const history = useTranslations("runbookHistory.restore");
  const errorText = useErrorText();
  const sayPublished = useSayPublished();
  const router = useRouter();
  const short = commit.slice(0, 8);
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState(t("restoreMessage", { commit: short }));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [now, setNow] = useState({ blob: baseBlob, text: current });

  const restore = async () => {
    setBusy(true);
    const result = await restoreVersionAction({ path, commit, baseBlob: now.blob, message }).catch(() => null);
    setBusy(false);
    if (result && !result.ok) {
      // Somebody published meanwhile: what would be replaced is shown, and replacing it is a decision of its own.
      const theirs = theirsOf(result.details);
      if (theirs) setNow(theirs);
      return setError(theirs ? history("changedMeanwhile") : errorText(result.code));
    }
    if (!result) return setError(errorText("offline"));
    sayPublished(result.value, t("restored"));
    router.push(`/runbooks/${path}/history`);
    router.refresh();
  };

  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("restore")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("restoreTitle", { commit: short })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{publish("cancel")}</Button>
            <Button variant="primary" onClick={restore} disabled={busy || message.trim() === ""}>
              {busy ? t("restoring") : t("restoreConfirm")}
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <p>{t("restoreBody")}</p>
          {error && <Notice tone="danger" title={error} live />}
          <DifferenceView before={now.text ?? ""} after={text} label={history("difference")} />
          <Field label={publish("message")} required>
            <Textarea value={message} maxLength={2_000} onChange={(event) => setMessage(event.target.value)} />
          </Field>
        </div>
      </Dialog>
    </>
  );
}

/** What HEAD holds instead, as the details of `stale_base` tell it. */
function theirsOf(details: Record<string, unknown>): { blob: string; text: string } | null {
  const { theirs } = details;
  if (typeof theirs !== "object" || theirs === null || !("blob" in theirs) || !("text" in theirs)) return null;
  const { blob, text } = theirs;
  return typeof blob === "string" && typeof text === "string" ? { blob, text } : null;
}
