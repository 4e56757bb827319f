"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

/** Shows a secret for the only time there is. */
export function SecretDialog({
  title,
  secret,
  onClose,
}: {
  title: string;
  secret: string | null;
  onClose: () => void;
}) {
  const t = useTranslations("identity.secret");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Without https there may be no clipboard; the text is there to be selected.
    await navigator.clipboard?.writeText(secret ?? "").then(
      () => setCopied(true),
      () => {},
    );
  };
  const close = () => {
    setCopied(false);
    onClose();
  };
  return (
    <Dialog
      open={secret !== null}
      onClose={close}
      title={title}
      footer={
        <Button variant="primary" onClick={close}>
          {t("done")}
        </Button>
      }
    >
      <div className="grid gap-4">
        <Notice tone="warning">{t("once")}</Notice>
        <div className="flex items-center gap-2">
          <code className="min-w-0 flex-1 rounded border border-line bg-raised px-3 py-2 font-mono break-all select-all">
            {secret}
          </code>
          <Button onClick={copy}>
            {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
            <span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
