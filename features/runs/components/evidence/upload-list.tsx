"use client";
import { Paperclip } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { discardUpload, sendMasked, sendUpload, type Upload } from "./upload-store";

/** Files on their way: how far they are, and what to do about those that did not arrive. */
export function UploadList({ uploads }: { uploads: Upload[] }) {
  const t = useTranslations("runs.evidence.upload");
  return (
    <div role="status" className={classes(uploads.length === 0 && "sr-only")}>
      {uploads.length > 0 && (
        <ul aria-label={t("list")} className="grid gap-1">
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </div>
  );
}

function UploadRow({ upload: { id, name, state, share, why } }: { upload: Upload }) {
  const t = useTranslations("runs.evidence.upload");
  const format = useFormatter();
  const on = state === "preparing" || state === "sending";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-raised px-3 py-1.5 text-sm">
      <Paperclip aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {on ? (
        <>
          <progress aria-label={t("progress", { name })} value={share} max={1} className="h-1.5 w-24 accent-accent" />
          <span className="w-10 text-right tabular-nums text-muted">
            {format.number(share, { style: "percent", maximumFractionDigits: 0 })}
          </span>
        </>
      ) : (
        <>
          <span className={state === "waiting" ? "text-muted" : "text-warning"}>
            {state === "asking" ? t("asking") : state === "waiting" ? t("waiting") : why}
          </span>
          <span className="flex flex-wrap gap-1">
            {state === "asking" && (
              <Button size="sm" variant="primary" onClick={() => void sendMasked(id)}>
                {t("sendMasked")}
              </Button>
            )}
            <Button size="sm" onClick={() => void sendUpload(id)}>
              {state === "asking" ? t("sendAsIs") : t("again")}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => discardUpload(id)}>
              {t("discard")}
            </Button>
          </span>
        </>
      )}
    </li>
  );
}
