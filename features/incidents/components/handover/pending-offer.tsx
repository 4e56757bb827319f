"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import type { HandoverView } from "../../handover/schema";
import { useLiveIncident } from "../view/live-incident";
import { useDecide } from "./use-decide";

/** A role that was offered to somebody who has not answered yet; whoever offered it can take it back. */
export function PendingOffer({ offer }: { offer: HandoverView }) {
  const t = useTranslations("incidents.handover");
  const { incident, actor, addEntries, refresh } = useLiveIncident();
  const { busy, failure, decide } = useDecide(incident.key, offer);
  const withdraw = async () => {
    const changed = await decide("withdraw");
    if (changed) addEntries([changed.entry]);
    await refresh();
  };
  return (
    <Notice
      tone="info"
      title={t("waiting", { to: offer.to.name })}
      action={
        offer.from.id === actor.id && (
          <Button size="sm" onClick={() => void withdraw()} disabled={busy}>
            {t("withdraw")}
          </Button>
        )
      }
    >
      <p className="text-sm text-muted">
        <RelativeTime at={offer.offeredAt} />
      </p>
      {failure && (
        <p role="alert" className="text-sm text-danger">
          {failure.text}
        </p>
      )}
    </Notice>
  );
}
