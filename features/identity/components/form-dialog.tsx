"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/action";
import { SecretDialog } from "./secret-dialog";

type Props = {
  /** On the button that opens it, and the title. */
  open: string;
  submit: string;
  secretTitle: string;
  /** Fields by name → what was made, its secret among it. */
  action: (fields: Record<string, string>) => Promise<ActionResult<{ secret: string }>>;
  children: ReactNode;
};

/** Makes something whose secret is shown once: a form in a dialog, then the secret. A failure leaves the form as typed. */
export function FormDialog({ open: opener, submit: submitLabel, secretTitle, action, children }: Props) {
  const t = useTranslations("errors");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [busy, start] = useTransition();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    start(async () => {
      const result = await action(fields);
      if (!result.ok) return setProblem(t(result.code));
      setProblem(null);
      setOpen(false);
      setSecret(result.value.secret);
      router.refresh();
    });
  };

  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {opener}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={opener}>
        <form onSubmit={submit} className="grid gap-4">
          {problem && (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          )}
          {children}
          <Button type="submit" variant="primary" disabled={busy}>
            {submitLabel}
          </Button>
        </form>
      </Dialog>
      <SecretDialog title={secretTitle} secret={secret} onClose={() => setSecret(null)} />
    </>
  );
}
