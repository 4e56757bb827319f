"use client";
import { CircleQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const lines = ["ago", "clock", "decision", "status", "sev", "update", "lead", "mention", "paste"] as const;

/** The quick grammar on one screen. */
export function QuickHelp() {
  const t = useTranslations("incidents.composer");
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t("help")} size="sm" onClick={() => setOpen(true)}>
        <CircleQuestionMark aria-hidden className="size-4" />
      </IconButton>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("help")}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {lines.map((line) => (
            <div key={line} className="contents">
              <dt>
                <code className="text-sm">{t(`helpLines.${line}`)}</code>
              </dt>
              <dd className="text-muted">{t(`helpLines.${line}Means`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
