import { Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Duration } from "@/components/ui/time";
import { parseDuration } from "../../duration";

/** The time that a procedure, step or list may take, as `within="5m"` says it. */
export function Budget({ within }: { within: string | undefined }) {
  const t = useTranslations("reading.blocks");
  const seconds = within ? parseDuration(within) : null;
  if (seconds === null) return null;
  return (
    <span className="inline-flex items-center gap-1 text-sm whitespace-nowrap text-muted" title={t("budget")}>
      <Timer role="img" aria-label={t("budget")} className="size-4" />
      <Duration seconds={seconds} />
    </span>
  );
}
