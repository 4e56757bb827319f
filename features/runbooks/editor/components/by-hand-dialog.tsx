"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ByHand } from "../../publishing/schema";
import { DifferenceView } from "./difference-view";

type Props = { byHand: ByHand; published: string; onAdopt: () => void; onClose: () => void };

/** What somebody changed on the server without committing it, to be taken over or left alone. */
export function ByHandDialog({ byHand, published, onAdopt, onClose }: Props) {
  const t = useTranslations("editing.edit.byHand");
  const publish = useTranslations("editing.publish");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("dialog")}
      size="xl"
      footer={
        <>
          <Button onClick={onClose}>{publish("cancel")}</Button>
          <Button variant="primary" onClick={onAdopt}>
            {t("adopt")}
          </Button>
        </>
      }
    >
      <p className="mb-3">{t("body")}</p>
      <DifferenceView before={published} after={byHand.text} />
    </Dialog>
  );
}
