"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

type FormDialogProps = {
  title: string;
  busy: boolean;
  /** Why it was refused. */
  failure?: string | null;
  submit?: string;
  danger?: boolean;
  disabled?: boolean;
  size?: "md" | "lg";
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: what was refused is said inside, with everything typed still there. */
export function FormDialog({
  title,
  busy,
  failure,
  submit,
  danger,
  disabled = false,
  size,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const t = useTranslations("incidents.change");
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size={size}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant={danger ? "danger" : "primary"} disabled={busy || disabled}>
            {busy ? t("saving") : (submit ?? t("save"))}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {failure && (
          <Notice tone="danger" live>
            {failure}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
