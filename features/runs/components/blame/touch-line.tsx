import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { DateTime } from "@/components/ui/time";
import type { Touch } from "@/features/runbooks/history/blame/porcelain";

/** Who, when and why, in a line that leads to the commit. */
export function TouchLine({ path, touch }: { path: string; touch: Touch | null }) {
  const t = useTranslations("runbookHistory.blame");
  if (!touch) return null;
  return (
    <p className="text-sm text-muted wrap-anywhere">
      {t("by", { author: touch.author })} · <DateTime at={touch.at} style="date" /> ·{" "}
      <PageLink href={`/runbooks/${path}/history/${touch.commit}`} className="underline hover:text-ink">
        {touch.subject || touch.commit.slice(0, 8)}
      </PageLink>
    </p>
  );
}
