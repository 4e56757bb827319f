"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import type { Conflict } from "../../publishing/schema";
import type { GlossaryPage, PublishedGlossary } from "../schema";
import { GlossaryConflict } from "./glossary-conflict";
import type { GlossaryText } from "./use-glossary-text";

type Props = {
  source: NonNullable<GlossaryPage["source"]>;
  draft: GlossaryText;
  /** There are lines that cannot be read. */
  blocked: boolean;
};

/** What is not published yet, and publishing it as one commit. What is refused stays on the screen. */
export function PublishGlossaryForm({ source, draft, blocked }: Props) {
  const t = useTranslations("glossary.publish");
  const router = useRouter();
  const toast = useToast();
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const adopts = source.byHand !== null;

  async function publish(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setWrong("");
    const { text, baseBlob } = draft;
    const body = { text, baseBlob, adoptBlob: source.byHand, message: message.trim() || t("message.default") };
    const answer = await call<PublishedGlossary>("PUT", "/api/v1/glossary", body);
    setBusy(false);
    if (answer.ok) {
      setMessage("");
      draft.discard();
      toast({ title: t("done"), tone: "success" });
      router.replace("/glossary");
      router.refresh();
    } else if (answer.code === "stale_base") setConflict(answer.details as Conflict);
    else setWrong(answer.title || t("failed"));
  }

  return (
    <form onSubmit={(event) => void publish(event)} className="grid gap-3 rounded border border-line p-4">
      <h2 className="text-lg font-semibold">{t("title")}</h2>
      <p className="text-sm text-muted">{t(draft.changed || adopts ? "changed" : "unchanged")}</p>
      {conflict && (
        <GlossaryConflict
          conflict={conflict}
          onGoOn={(text) => {
            draft.rebase({ text, baseBlob: conflict.theirs?.blob ?? null });
            setConflict(null);
          }}
        />
      )}
      <Field label={t("message.label")} hint={t("message.hint")} error={wrong || undefined}>
        <Input value={message} maxLength={300} onChange={(event) => setMessage(event.target.value)} />
      </Field>
      {blocked && <p className="text-sm text-warning">{t("blocked")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={busy || blocked || !(draft.changed || adopts)}>
          {t("do")}
        </Button>
        <Button variant="ghost" disabled={busy || !draft.changed} onClick={draft.discard}>
          {t("discard")}
        </Button>
      </div>
    </form>
  );
}
