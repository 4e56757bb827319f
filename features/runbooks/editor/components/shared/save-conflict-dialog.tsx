"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import type { SharedConflict } from "../../shared-text";
import { DifferenceView } from "../difference-view";

type Props = { conflict: SharedConflict; onUseMerged: () => void; onClose: () => void };

/** Somebody saved in between: what each changed, and the merge that would be saved. Closing saves nothing and loses nothing. */
export function SaveConflictDialog({ conflict, onUseMerged, onClose }: Props) {
  const t = useTranslations("editing.shared.conflict");
  const { mine, base, theirs, merged } = conflict;
  const name = theirs.updatedBy.name;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title", { name })}
      size="xl"
      footer={
        <>
          <Button onClick={onClose}>{t("later")}</Button>
          <Button variant="primary" onClick={onUseMerged}>
            {t("useMerged")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>
          {t("body", { name })} (<RelativeTime at={theirs.updatedAt} />
          ).
        </p>
        <div className="grid gap-4 lg:grid-cols-2">
          <section className="min-w-0">
            <h3 className="mb-2 font-semibold">{t("mine")}</h3>
            <DifferenceView before={base} after={mine} label={t("mine")} />
          </section>
          <section className="min-w-0">
            <h3 className="mb-2 font-semibold">{t("theirs", { name })}</h3>
            <DifferenceView before={base} after={theirs.text} label={t("theirs", { name })} />
          </section>
        </div>
        <section className="grid min-w-0 gap-2">
          <h3 className="font-semibold">{t("result")}</h3>
          <Notice
            tone={merged.conflicts > 0 ? "warning" : "success"}
            title={merged.conflicts > 0 ? t("conflicts", { count: merged.conflicts }) : t("clean")}
          />
          <DifferenceView before={theirs.text} after={merged.text} label={t("result")} />
        </section>
      </div>
    </Dialog>
  );
}
