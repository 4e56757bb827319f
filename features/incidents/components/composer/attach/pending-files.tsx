"use client";
import { Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/button";
import type { Attachments, PendingFile } from "./use-attachments";

/** The files that go with the text: small pictures of a fixed size, names, and what is to be known before they leave. */
export function PendingFiles({ attachments: { files, remove, toggleMask } }: { attachments: Attachments }) {
  const t = useTranslations("incidents.quickEntry");
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("files")} className="mt-1.5 flex max-h-32 flex-wrap gap-2 overflow-y-auto">
      {files.map((one) => (
        <li key={one.id} className="flex min-w-0 items-center gap-2 rounded border border-line bg-raised p-1 pr-0.5">
          <Thumb file={one} />
          <span className="grid min-w-0 text-sm">
            <span className="max-w-48 truncate">{one.name}</span>
            {one.tooLarge && <span className="text-warning">{t("fileTooLarge")}</span>}
            {one.masked && (
              <label className="flex items-center gap-1.5">
                <input type="checkbox" checked={one.mask} onChange={() => toggleMask(one.id)} />
                <span className="text-warning">
                  {t("fileSecrets")}. {t("fileMask")}
                </span>
              </label>
            )}
          </span>
          <IconButton size="sm" label={t("removeFile", { name: one.name })} onClick={() => remove(one.id)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Thumb({ file: { url } }: { file: PendingFile }) {
  if (!url) return <Paperclip aria-hidden className="m-1 size-4 shrink-0 text-muted" />;
  // The picture is in this browser already: there is nothing for the server to make smaller.
  return (
    <span
      aria-hidden
      className="h-8 w-12 shrink-0 rounded bg-cover bg-center"
      style={{ backgroundImage: `url("${url}")` }}
    />
  );
}
