"use client";
import { EyeOff, Paperclip, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FileChooser } from "@/components/ui/file-chooser";

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
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FileChooser label={t("attach")} name="run-files" onFiles={onFiles}>
        {(choose) => (
          <Button size="sm" onClick={choose}>
            <Paperclip aria-hidden className="size-4" />
            {t("attach")}
          </Button>
        )}
      </FileChooser>
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
