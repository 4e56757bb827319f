"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { EntryView } from "../../timeline/schema";
import { textUnderHeadline, useHeadline } from "../timeline/entry-headline";

/** Somebody else changed the same thing while this form was open: what they did, and why. */
export function OvertakenNotice({ theirs }: { theirs: EntryView | null }) {
  const t = useTranslations("incidents.overtaken");
  const headline = useHeadline();
  const why = theirs && textUnderHeadline(theirs);
  return (
    <Notice tone="warning" live title={t("title")}>
      {theirs && (
        <p>
          <strong className="font-medium">{theirs.actor.name}</strong>: {headline(theirs)}
          {why && <span className="block text-sm text-muted">«{why}»</span>}
        </p>
      )}
      <p className="text-sm">{t("text")}</p>
    </Notice>
  );
}
