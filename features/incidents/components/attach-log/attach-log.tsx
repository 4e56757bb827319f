"use client";
import { Paperclip } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import type { LogToAttach, SentLog } from "./use-attach-log";

// With the search for secrets, and only for who attaches.
const AttachLogDialog = dynamic(() => import("./attach-log-dialog").then((module) => module.AttachLogDialog), {
  ssr: false,
});

/** Offers to put a pasted log on the timeline of an incident, and says what became of it. */
export function AttachLog({ text, about }: LogToAttach) {
  const t = useTranslations("finding.attachLog");
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<(SentLog & { of: string }) | null>(null);
  const done = sent?.of === text ? sent : null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="sm" onClick={() => setOpen(true)}>
        <Paperclip aria-hidden className="size-4" />
        {t("open")}
      </Button>
      <p role="status" className="text-sm text-muted">
        {done && t(done.seq === null ? "kept" : "done", { key: done.key })}{" "}
        {done && done.seq !== null && (
          <PageLink href={`/incidents/${done.key}#entry-${done.seq}`} className="text-accent underline">
            {t("see")}
          </PageLink>
        )}
      </p>
      {open && (
        <AttachLogDialog
          text={text}
          about={about}
          onClose={() => setOpen(false)}
          onSent={(one) => {
            setSent({ ...one, of: text });
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
