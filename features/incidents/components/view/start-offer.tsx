"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWrite } from "../change/use-write";

type StartOfferProps = { incidentKey: string; runbook: string; procedure: string; title: string };

/** Offers to start the procedure that was chosen when the incident was declared. */
export function StartOffer({ incidentKey, runbook, procedure, title }: StartOfferProps) {
  const t = useTranslations("incidents.view");
  const router = useRouter();
  const { busy, failure, write } = useWrite();
  const start = async () => {
    const answer = await write<{ id: string }>("POST", `/api/v1/incidents/${incidentKey}/runs`, { runbook, procedure });
    if (answer.ok) router.push(`/incidents/${incidentKey}/runs/${answer.value.id}`);
  };
  return (
    <Notice
      className="m-2"
      tone={failure ? "danger" : "info"}
      title={failure ? t("startFailed") : t("startOffer", { procedure: title })}
      action={
        <Button size="sm" variant="primary" disabled={busy} onClick={() => void start()}>
          {t("start")}
        </Button>
      }
    >
      {failure?.text}
    </Notice>
  );
}
