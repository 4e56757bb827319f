"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { difference } from "../difference";
import { DifferenceView } from "./difference-view";

type Props = {
  /** What is published now; empty for a new text. */
  published: string;
  text: string;
  /** The gate would refuse it. */
  invalid: boolean;
  defaultMessage: string;
  /** Where a new text will lie. */
  newFile?: string | null;
  error: string | null;
  busy: boolean;
  onPublish: (message: string) => void;
  onClose: () => void;
  /** What else is said or asked before publishing; as a function, of the message as it is written. */
  children?: ReactNode | ((work: { message: string; ready: boolean }) => ReactNode);
};

/** The difference to what is published, a message, and one button. */
export function PublishFrame(props: Props) {
  const { published, text, invalid, defaultMessage, newFile, error, busy, onPublish, onClose, children } = props;
  const t = useTranslations("editing.publish");
  const [message, setMessage] = useState(defaultMessage);
  const { added, removed } = difference(published, text);
  const nothing = published === text;
  const ready = !busy && !invalid && !nothing && message.trim() !== "";
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      size="xl"
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" onClick={() => onPublish(message)} disabled={!ready}>
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
          <Textarea
            rows={2}
            value={message}
            maxLength={2_000}
            onChange={(event) => setMessage(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && ready) onPublish(message);
            }}
          />
        </Field>
        {typeof children === "function" ? children({ message, ready }) : children}
        <div className="grid gap-2">
          <p className="text-muted">
            {newFile ? t("newFile", { file: newFile }) : nothing ? t("nothing") : t("summary", { added, removed })}
          </p>
          <DifferenceView before={published} after={text} />
        </div>
      </div>
    </Dialog>
  );
}
