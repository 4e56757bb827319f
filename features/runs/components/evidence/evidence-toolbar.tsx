"use client";
import { EyeOff, Paperclip, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";

type EvidenceToolbarProps = {
  hasText: boolean;
  busy: boolean;
  onFiles: (files: File[]) => void;
  onMask: () => void;
  onRecord: () => void;
};

/** What can be done with evidence before the step is answered. */
export function EvidenceToolbar({ hasText, busy, onFiles, onMask, onRecord }: EvidenceToolbarProps) {
  const t = useTranslations("runs.evidence");
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={() => chooser.current?.click()}>
        <Paperclip aria-hidden className="size-4" />
        {t("attach")}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t("attach")}
        name="run-files"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      {hasText && (
        <>
          <Button size="sm" onClick={onMask}>
            <EyeOff aria-hidden className="size-4" />
            {t("maskSelection")}
          </Button>
          <Button size="sm" disabled={busy} onClick={onRecord}>
            <Save aria-hidden className="size-4" />
            {t("record")}
          </Button>
        </>
      )}
    </div>
  );
}
