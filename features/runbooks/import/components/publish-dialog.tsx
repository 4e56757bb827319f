"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { type ImportItem, pathOf } from "../batch/batch";
import { companionsOf } from "../batch/compose";
import type { Stopped } from "./ask-server";
import { Progress } from "./intake-form";

type Props = {
  open: boolean;
  chosen: readonly ImportItem[];
  items: readonly ImportItem[];
  progress: { done: number; all: number } | null;
  stopped: Stopped | null;
  onPublish: (message: string) => void;
  onClose: () => void;
};

/** The last look before everything is published as one commit. */
export function PublishImportDialog({ open, chosen, items, progress, stopped, onPublish, onClose }: Props) {
  const t = useTranslations("runbookImport.publish");
  const errors = useTranslations("errors");
  const [message, setMessage] = useState<string | null>(null);
  const companions = companionsOf(chosen, items);
  const written = message ?? t("message", { count: chosen.length });
  return (
    <Dialog
      open={open}
      onClose={() => progress === null && onClose()}
      title={t("title", { count: chosen.length })}
      size="lg"
      footer={
        <>
          <Button onClick={onClose} disabled={progress !== null}>
            {t("cancel")}
          </Button>
          <Button
            variant="primary"
            disabled={progress !== null || written.trim() === ""}
            onClick={() => onPublish(written.trim())}
          >
            {t("publish")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t("hint", { files: companions.length })}</p>
        <Field label={t("messageLabel")} required>
          <Input value={written} maxLength={500} onChange={(event) => setMessage(event.target.value)} />
        </Field>
        <ul className="max-h-60 divide-y divide-line overflow-y-auto rounded border border-line">
          {chosen.map((item) => (
            <li key={item.id} className="flex flex-wrap justify-between gap-2 px-3 py-1.5">
              <span className="font-mono text-sm wrap-anywhere">{pathOf(item)}</span>
              <span className="text-sm text-muted">{item.choice.update ? t("updates") : t("makes")}</span>
            </li>
          ))}
        </ul>
        {progress && <Progress read={progress.done} all={progress.all} label={t("progress", progress)} />}
        {stopped && (
          <Notice tone="danger" title={t("stopped")} live>
            {stopped.place && <p className="font-medium wrap-anywhere">{stopped.place}</p>}
            <p>{stopped.code !== "offline" && errors.has(stopped.code) ? errors(stopped.code) : t("offline")}</p>
            {typeof stopped.details.file === "string" && (
              <p className="font-mono text-sm wrap-anywhere">{stopped.details.file}</p>
            )}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
