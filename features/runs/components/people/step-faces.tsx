"use client";
import { useTranslations } from "next-intl";
import { Face } from "@/components/ui/face";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

/** Who is on a step, and who else looks at it, as faces at the end of its line. */
export function StepFaces({ step }: { step: StepView }) {
  const t = useTranslations("runs.presence");
  const { people, me } = useLiveRun();
  const owner = step.state === "active" ? step.claimedBy : null;
  const looking = people.filter(({ id, places }) => id !== me.id && id !== owner?.id && places[0] === step.id);
  if (!owner && looking.length === 0) return null;
  return (
    <span className="flex shrink-0 self-center">
      {owner && (
        <>
          <Face name={owner.name} size="sm" tone="accent" />
          <span className="sr-only">{t("on")}</span>
        </>
      )}
      {looking.slice(0, 3).map(({ id, name }) => (
        <span key={id} className="-ml-1 first:ml-0">
          <Face name={name} size="sm" />
          <span className="sr-only">{t("looks")}</span>
        </span>
      ))}
    </span>
  );
}
