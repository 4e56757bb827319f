"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { difference } from "../../difference";
import { DifferenceView } from "../difference-view";

type Props = {
  published: string;
  text: string;
  invalid: boolean;
  defaultMessage: string;
  error: string | null;
  busy: boolean;
  onPublish: (message: string) => void;
  onClose: () => void;
};

/** The difference to what is published, a message, and one button. */
export function SharedPublishDialog(props: Props) {
  const { published, text, invalid, defaultMessage, error, busy, onPublish, onClose } = props;
  const t = useTranslations("editing.publish");
  const [message, setMessage] = useState(defaultMessage);
  const { added, removed } = difference(published, text);
  const nothing = published === text;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      size="xl"
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            onClick={() => onPublish(message)}
            disabled={busy || invalid || nothing || message.trim() === ""}
          >
            {busy ? t("publishing") : t("confirm")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {invalid && <Notice tone="danger" title={t("invalid")} />}
        {error && (
          <Notice tone="danger" title={error} live>
            {t("safe")}
          </Notice>
        )}
        <Field label={t("message")} hint={t("messageHint")} required>
          <Textarea rows={2} value={message} maxLength={2_000} onChange={(event) => setMessage(event.target.value)} />
        </Field>
        <div className="grid gap-2">
          <p className="text-muted">{nothing ? t("nothing") : t("summary", { added, removed })}</p>
          <DifferenceView before={published} after={text} />
        </div>
      </div>
    </Dialog>
  );
}
