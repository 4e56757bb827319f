"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "../../editor/components/use-error-text";
import { deleteRunbookAction } from "../actions";
import type { Incoming } from "../incoming/incoming";
import { useRestoring } from "./use-restoring";

type Props = { path: string; blob: string | null; incoming: Incoming[] };

/** Asks why a runbook goes, and shows who leads to it; nothing goes while a procedure needs it. */
export function DeleteForm({ path, blob, incoming }: Props) {
  const t = useTranslations("runbookHistory.delete");
  const errorText = useErrorText();
  const toast = useToast();
  const router = useRouter();
  const { restore } = useRestoring();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const needed = incoming.filter(({ answers }) => answers > 0);
  const linking = incoming.filter(({ answers }) => answers === 0);

  const remove = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const result = await deleteRunbookAction({ path, baseBlob: blob, reason }).catch(() => null);
    setBusy(false);
    if (!result?.ok) return setError(errorText(result ? result.code : "offline"));
    const { commit } = result.value;
    toast({ title: t("done"), tone: "success", action: { label: t("undo"), run: () => restore({ path, commit }) } });
    router.push(`/runbooks/${path}`);
  };

  if (needed.length > 0) {
    return (
      <Notice tone="warning" title={t("blocked")}>
        <p>{t("blockedBody")}</p>
        <ul className="mt-2 list-disc pl-5">
          {needed.map((one) => (
            <li key={one.path}>
              <PageLink href={`/runbooks/${one.path}`} className="underline">
                {one.title}
              </PageLink>{" "}
              <span className="text-sm">{t("answers", { count: one.answers })}</span>
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <form onSubmit={remove} className="grid gap-5">
      {error && <Notice tone="danger" title={error} live />}
      {linking.length > 0 && (
        <Notice tone="warning" title={t("links")}>
          <ul className="mt-1 list-disc pl-5">
            {linking.map((one) => (
              <li key={one.path}>
                <PageLink href={`/runbooks/${one.path}`} className="underline">
                  {one.title}
                </PageLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Field label={t("reason")} hint={t("reasonHint")} required>
        <Textarea value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="danger" disabled={busy || blob === null || reason.trim() === ""}>
          {busy ? t("deleting") : t("confirm")}
        </Button>
        <ButtonLink href={`/runbooks/${path}`}>{t("cancel")}</ButtonLink>
      </div>
    </form>
  );
}
