"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { restoreVersionAction } from "../../editor/actions";
import { useErrorText } from "../../editor/components/use-error-text";

type Props = { path: string; commit: string; baseBlob: string | null };

/** Publishes an earlier text again, as a new commit. */
export function RestoreButton({ path, commit, baseBlob }: Props) {
  const t = useTranslations("editing.history");
  const publish = useTranslations("editing.publish");
  const errorText = useErrorText();
  const toast = useToast();
  const router = useRouter();
  const short = commit.slice(0, 8);
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState(t("restoreMessage", { commit: short }));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const restore = async () => {
    setBusy(true);
    const result = await restoreVersionAction({ path, commit, baseBlob, message }).catch(() => null);
    setBusy(false);
    if (!result?.ok) return setError(errorText(result ? result.code : "offline"));
    toast({ title: t("restored"), tone: "success" });
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
          <Field label={publish("message")} required>
            <Textarea value={message} maxLength={2_000} onChange={(event) => setMessage(event.target.value)} />
          </Field>
        </div>
      </Dialog>
    </>
  );
}
