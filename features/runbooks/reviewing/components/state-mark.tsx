import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ReviewState } from "../machine";

const looks: Record<ReviewState, { shape: string; tone: Tone }> = {
  open: { shape: "○", tone: "accent" },
  approved: { shape: "●", tone: "success" },
  changes_requested: { shape: "◆", tone: "warning" },
  withdrawn: { shape: "┄", tone: "neutral" },
  published: { shape: "✓", tone: "neutral" },
};

/** The state of a review, by shape and word. */
export function StateMark({ state, unreviewed = false }: { state: ReviewState; unreviewed?: boolean }) {
  const t = useTranslations("reviewing");
  if (unreviewed) return <Badge tone="danger">▲ {t("state.unreviewed")}</Badge>;
  const { shape, tone } = looks[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{shape} </span>
      {t(`state.${state}`)}
    </Badge>
  );
}
