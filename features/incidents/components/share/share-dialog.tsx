"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { writeClipboard } from "@/components/ui/clipboard";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { MadeShareLink } from "../../share/schema";
import { FormDialog } from "../change/form-dialog";
import { useWrite } from "../change/use-write";
import { useLiveIncident } from "../view/live-incident";

const choices = [1, 8, 24, 72, 168, 720] as const;

/** Makes a link with a title of its own, and shows it for the only time there is. */
export function ShareDialog({ onMade, onClose }: { onMade: () => Promise<void>; onClose: () => void }) {
  const t = useTranslations("incidents.share");
  const { api } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [id] = useState(() => v7());
  const [title, setTitle] = useState("");
  const [hours, setHours] = useState(168);
  const [address, setAddress] = useState<string | null>(null);
  const save = async () => {
    const answer = await write<MadeShareLink>("POST", `${api}/share-links`, { id, title, hours });
    if (!answer.ok) return;
    await onMade();
    if (answer.value.path) setAddress(new URL(answer.value.path, location.href).href);
    else onClose();
  };
  if (address) return <MadeLink address={address} onClose={onClose} />;
  return (
    <FormDialog
      title={t("make")}
      busy={busy}
      failure={failure?.text}
      submit={t("create")}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={t("publicTitle")} hint={t("publicTitleHint")} required>
        <Input value={title} maxLength={200} data-autofocus onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label={t("lives")}>
        <Select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
          {choices.map((each) => (
            <option key={each} value={each}>
              {each < 24 ? t("hours", { count: each }) : t("days", { count: each / 24 })}
            </option>
          ))}
        </Select>
      </Field>
      <p className="text-sm text-muted">{t("shows")}</p>
    </FormDialog>
  );
}

function MadeLink({ address, onClose }: { address: string; onClose: () => void }) {
  const t = useTranslations("incidents.share");
  const [copied, setCopied] = useState(false);
  const copy = () =>
    writeClipboard(address).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("made")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="grid gap-3">
        <Notice tone="warning">{t("once")}</Notice>
        <code className="rounded border border-line bg-raised px-3 py-2 font-mono text-sm break-all select-all">
          {address}
        </code>
        <div>
          <Button onClick={() => void copy()}>
            {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
            <span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
