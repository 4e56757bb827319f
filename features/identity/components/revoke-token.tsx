"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { revokeTokenAction } from "../actions";

/** Ends a token after asking: whatever uses it stops working at once. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const t = useTranslations("identity.tokens");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const result = await revokeTokenAction({ id });
      if (!result.ok) toast({ title: errors(result.code), tone: "danger" });
      setOpen(false);
      router.refresh();
    });
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setOpen(true)}>
        {t("revoke")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("revokeTitle", { name })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("keep")}</Button>
            <Button variant="danger" onClick={revoke} disabled={busy}>
              {t("revoke")}
            </Button>
          </>
        }
      >
        {t("revokeHint")}
      </Dialog>
    </>
  );
}
