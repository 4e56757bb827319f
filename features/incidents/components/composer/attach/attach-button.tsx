"use client";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/button";
import { FileChooser } from "@/components/ui/file-chooser";

/** Picks files; pasting and dropping them do the same. */
export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations("incidents.quickEntry");
  return (
    <FileChooser label={t("attach")} name="entry-files" onFiles={onFiles}>
      {(choose) => (
        <IconButton size="sm" label={t("attach")} onClick={choose}>
          <Paperclip aria-hidden className="size-4" />
        </IconButton>
      )}
    </FileChooser>
  );
}
