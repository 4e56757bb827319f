import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { RunStatus } from "../../machine";

const tones: Record<RunStatus, Tone> = {
  active: "accent",
  recovered: "success",
  completed: "neutral",
  escalated: "warning",
  abandoned: "neutral",
};

export function RunStatusBadge({ status }: { status: RunStatus }) {
  return <Badge tone={tones[status]}>{useTranslations("runs.status")(status)}</Badge>;
}
