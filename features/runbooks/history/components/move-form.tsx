"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "../../editor/components/use-error-text";
import { isNewRunbookPath } from "../../git/content-file";
import { moveRunbookAction } from "../actions";
import type { Incoming } from "../incoming/incoming";

type Props = { path: string; blob: string | null; incoming: Incoming[] };

/** Asks where a runbook goes, and which links to it are written anew with it. */
export function MoveForm({ path, blob, incoming }: Props) {
  const t = useTranslations("runbookHistory.move");
  const errorText = useErrorText();
  const toast = useToast();
  const router = useRouter();
  const [service = "", file = ""] = path.split("/");
  const [to, setTo] = useState({ service, file });
  const [message, setMessage] = useState("");
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const target = `${to.service.trim()}/${to.file.trim()}`;
  const wrong = target !== path && !isNewRunbookPath(target);

  const move = async (event: FormEvent) => {
    event.preventDefault();
    if (target === path) return setError(t("same"));
    if (wrong) return setError(t("invalid"));
    setBusy(true);
    setError(null);
    const rewrite = incoming.map((one) => one.path).filter((one) => !left.includes(one));
    const input = { path, to: target, baseBlob: blob, message, rewrite };
    const result = await moveRunbookAction(input).catch(() => null);
    setBusy(false);
    if (!result?.ok) return setError(errorText(result ? result.code : "offline"));
    const links = result.value.left.map((one) => `${one.path}: ${one.href}`).join(", ");
    toast({
      title: t("done", { to: target }),
      tone: "success",
      ...(links && { description: t("left", { links }) }),
    });
    router.push(`/runbooks/${target}`);
  };

  return (
    <form onSubmit={move} className="grid gap-5">
      {error && <Notice tone="danger" title={error} live />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("service")} hint={t("serviceHint")} required>
          <Input
            value={to.service}
            maxLength={80}
            onChange={(event) => setTo({ ...to, service: event.target.value })}
            spellCheck={false}
          />
        </Field>
        <Field label={t("file")} hint={t("fileHint")} error={wrong ? t("invalid") : undefined} required>
          <Input
            value={to.file}
            maxLength={80}
            onChange={(event) => setTo({ ...to, file: event.target.value })}
            spellCheck={false}
          />
        </Field>
      </div>
      {incoming.length === 0 ? (
        <p className="text-muted">{t("noLinks")}</p>
      ) : (
        <fieldset>
          <legend className="font-medium">{t("links")}</legend>
          <p className="mb-2 text-sm text-muted">{t("linksHint")}</p>
          <ul className="divide-y divide-line rounded border border-line bg-surface">
            {incoming.map((one) => (
              <li key={one.path}>
                <label className="flex items-baseline gap-3 px-3 py-2">
                  <input
                    type="checkbox"
                    checked={!left.includes(one.path)}
                    onChange={({ target: box }) =>
                      setLeft(box.checked ? left.filter((other) => other !== one.path) : [...left, one.path])
                    }
                  />
                  <span className="min-w-0 flex-1 wrap-anywhere">
                    {one.title} <span className="text-sm text-muted">{one.path}</span>
                  </span>
                  <span className="text-sm text-muted">{t("linksCount", { count: one.links.length })}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <Field label={t("why")} hint={t("whyHint")}>
        <Textarea value={message} maxLength={2_000} onChange={(event) => setMessage(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={busy || blob === null}>
          {busy ? t("moving") : t("confirm")}
        </Button>
        <ButtonLink href={`/runbooks/${path}`}>{t("cancel")}</ButtonLink>
      </div>
    </form>
  );
}
