"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { WorklistItem } from "../schema";

type Props = {
  item: WorklistItem | null;
  onClose: () => void;
  onDismiss: (item: WorklistItem, reason: string) => Promise<boolean>;
};

/** Asks why an item is none; others read it. */
export function DismissDialog({ item, onClose, onDismiss }: Props) {
  const t = useTranslations("worklist.dismiss");
  const [reason, setReason] = useState("");
  useEffect(() => {
    if (item) setReason("");
  }, [item]);
  const send = async () => {
    if (item && (await onDismiss(item, reason))) onClose();
  };
  return (
    <Dialog
      open={item !== null}
      onClose={onClose}
      title={t("title", { title: item?.title ?? "" })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" disabled={reason.trim() === ""} onClick={() => void send()}>
            {t("do")}
          </Button>
        </>
      }
    >
      <Field label={t("reason")} hint={t("hint")} required>
        <Input
          data-autofocus
          value={reason}
          maxLength={1_000}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && reason.trim() !== "" && void send()}
        />
      </Field>
    </Dialog>
  );
}
