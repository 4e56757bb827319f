"use client";
import { MessageSquareWarning } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { v7 } from "uuid";
import { useKeys } from "@/components/layout/keys/keys";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { useLiveRun } from "../../components/live/live-run";
import { useKeptText } from "../../components/live/use-kept-text";
import type { ChangedRun, StepView } from "../../schema";

/** "This step is wrong": the button, its key, and what came of what was said before. */
export function SuggestChange({ step }: { step: StepView }) {
  const t = useTranslations("runs.suggestion");
  const { run, able } = useLiveRun();
  const [open, setOpen] = useState(false);
  useKeys(able ? [{ keys: "w", description: t("open"), group: t("group"), run: () => setOpen(true) }] : []);
  const said = run.suggestions.filter(({ stepId }) => stepId === step.id);
  if (!able && said.length === 0) return null;
  return (
    <section aria-label={t("group")} className="grid gap-2 border-t border-line px-4 py-2 sm:px-6">
      {said.length > 0 && (
        <ul className="grid gap-2 py-1">
          {said.map(({ id, wrong, state, author, closedBy, closedCommit, reason }) => (
            <li key={id} className="min-w-0 text-sm">
              <p className="wrap-anywhere">
                <strong>{author.name}</strong>: {wrong}
              </p>
              <p className={state === "adopted" ? "text-success" : "text-muted"}>
                {state === "open" && t("state.open")}
                {state === "adopted" && t("state.adopted", { name: closedBy ?? "" })}
                {state === "declined" && t("state.declined", { name: closedBy ?? "", reason: reason ?? "" })}
                {closedCommit && <code className="ml-2">{closedCommit.slice(0, 8)}</code>}
              </p>
            </li>
          ))}
        </ul>
      )}
      {able && (
        <p>
          <Button size="sm" variant="ghost" aria-keyshortcuts="W" onClick={() => setOpen(true)}>
            <MessageSquareWarning aria-hidden className="size-4" />
            {t("open")}
            <span aria-hidden className="hidden sm:inline">
              <Kbd>W</Kbd>
            </span>
          </Button>
        </p>
      )}
      {open && <SuggestDialog step={step} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** Both texts outlive a reload of the tab, until they were sent. */
function SuggestDialog({ step, onClose }: { step: StepView; onClose: () => void }) {
  const t = useTranslations("runs.suggestion");
  const { run, update } = useLiveRun();
  const toast = useToast();
  const form = useId();
  const [wrong, setWrong] = useKeptText(`bitacora-wrong:${run.id}:${step.id}`);
  const [instead, setInstead] = useKeptText(`bitacora-instead:${run.id}:${step.id}`);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const id = useRef(v7());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const path = `/api/v1/runs/${run.id}/steps/${encodeURIComponent(step.id)}/suggestions`;
    const answer = await call<ChangedRun>("POST", path, { wrong, instead, id: id.current });
    setBusy(false);
    if (!answer.ok) return setError(answer.code === "offline" ? t("offline") : answer.title);
    setWrong("");
    setInstead("");
    update(answer.value.run);
    toast({ title: t("sent"), tone: "success" });
    onClose();
  };
  const commands = step.commands.map(({ lang, text }) => `\`\`\`${lang}\n${text}\n\`\`\``).join("\n\n");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" disabled={busy || wrong.trim() === ""}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="grid gap-3">
        <p className="text-muted">{t("lead", { title: step.title })}</p>
        <Field label={t("wrong")} required error={error ?? undefined}>
          <Textarea
            rows={3}
            data-autofocus
            maxLength={10_000}
            value={wrong}
            onChange={(event) => setWrong(event.target.value)}
          />
        </Field>
        <Field label={t("instead")} hint={t("insteadHint")}>
          <Textarea
            rows={5}
            maxLength={10_000}
            className="font-mono text-sm"
            value={instead}
            onChange={(event) => setInstead(event.target.value)}
          />
        </Field>
        {commands !== "" && instead === "" && (
          <p>
            <Button size="sm" onClick={() => setInstead(commands)}>
              {t("fromCommand")}
            </Button>
          </p>
        )}
      </form>
    </Dialog>
  );
}
