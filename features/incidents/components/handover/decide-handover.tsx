"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { HandoverView } from "../../handover/schema";
import { FormDialog } from "../change/form-dialog";
import { useDecide } from "./use-decide";

/** The two answers to an offered role, under its briefing. */
export function DecideHandover({ incidentKey, offer }: { incidentKey: string; offer: HandoverView }) {
  const t = useTranslations("incidents");
  const router = useRouter();
  const accepting = useDecide(incidentKey, offer);
  const declining = useDecide(incidentKey, offer);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const role = t(`role.${offer.role}`);
  const back = () => router.push(`/incidents/${incidentKey}`);
  const accept = async () => {
    if (await accepting.decide("accept")) back();
  };
  const decline = async () => {
    if (await declining.decide("decline", reason)) back();
  };
  return (
    <section
      aria-label={t("handover.label")}
      className="sticky bottom-0 -mx-4 border-t border-line bg-canvas px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] print:hidden"
    >
      {accepting.failure && (
        <Notice tone="danger" live className="mb-2">
          {accepting.failure.text}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 basis-56 font-medium wrap-anywhere">
          {t("handover.question", { role, from: offer.from.name })}
        </p>
        <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
          {t("handover.decline")}
        </Button>
        <Button variant="primary" onClick={() => void accept()} disabled={accepting.busy}>
          {t("handover.accept", { role })}
        </Button>
      </div>
      {open && (
        <FormDialog
          title={t("handover.declineTitle", { role })}
          busy={declining.busy}
          failure={declining.failure?.text}
          submit={t("handover.decline")}
          onSubmit={decline}
          onClose={() => setOpen(false)}
        >
          <Field label={t("change.reason")} hint={t("handover.declineHint", { from: offer.from.name })} required>
            <Textarea value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </FormDialog>
      )}
    </section>
  );
}
