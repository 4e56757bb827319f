import Link from "next/link";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/time";
import type { GlossaryChange } from "../schema";

/** Who changed the glossary last and when, and the way to what they changed. */
export function LastChange({ change: { commit, author, at, subject } }: { change: GlossaryChange }) {
  const t = useTranslations("glossary.change");
  return (
    <p className="-mt-3 mb-6 text-sm text-muted wrap-anywhere">
      {t("last", { author })} · <DateTime at={at} /> ·{" "}
      <Link href={`/glossary/changes/${commit}`} className="text-accent underline underline-offset-2">
        {subject || t("title")}
      </Link>
    </p>
  );
}
