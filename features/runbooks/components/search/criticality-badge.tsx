import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { RunbookFacts } from "../../finding/answer";

/** How much hangs on a runbook, in the words of a search result. */
export function CriticalityBadge({ criticality }: Pick<RunbookFacts, "criticality">) {
  const t = useTranslations("finding.criticality");
  if (!criticality) return null;
  const tone = criticality === "critical" ? "danger" : criticality === "high" ? "warning" : "neutral";
  return <Badge tone={tone}>{t(criticality)}</Badge>;
}
