"use client";
import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FileChooser } from "@/components/ui/file-chooser";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "../use-error-text";
import type { useDraftFiles } from "./use-draft-files";

type Files = ReturnType<typeof useDraftFiles>;

/** Chooses a file for the text, for whoever neither drags nor pastes. */
export function AddFileButton({ files }: { files: Files }) {
  const t = useTranslations("editing.around.files");
  return (
    <FileChooser label={t("choose")} name="draft-files" onFiles={files.choose}>
      {(choose) => (
        <Button variant="ghost" onClick={choose}>
          <ImagePlus aria-hidden className="size-4" />
          {t("add")}
        </Button>
      )}
    </FileChooser>
  );
}

/** Files on their way, and those that the server does not take. */
export function DraftFilesState({ files }: { files: Files }) {
  const t = useTranslations("editing.around.files");
  const errorText = useErrorText();
  return (
    <div className="grid gap-2 empty:hidden">
      {files.waiting > 0 && (
        <p role="status" className="text-sm text-warning">
          {t("waiting", { count: files.waiting })}
        </p>
      )}
      {files.refused.length > 0 && (
        <Notice
          tone="danger"
          live
          title={t("refused")}
          action={
            <Button size="sm" onClick={files.forget}>
              {t("seen")}
            </Button>
          }
        >
          <ul>
            {files.refused.map(({ name, code }, index) => (
              <li key={index}>
                {name}: {errorText(code)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
