"use client";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/time";
import type { SharedConflict } from "../../shared-text";
import { MergeDialog } from "../merge/merge-dialog";

type Props = { conflict: SharedConflict; onUseMerged: (text: string) => void; onClose: () => void };

/** Somebody saved in between: what each changed, and what would be saved. Closing saves nothing and loses nothing. */
export function SaveConflictDialog({ conflict, onUseMerged, onClose }: Props) {
  const t = useTranslations("editing.shared.conflict");
  const { mine, base, theirs } = conflict;
  const name = theirs.updatedBy.name;
  return (
    <MergeDialog
      title={t("title", { name })}
      lead={
        <p>
          {t("body", { name })} (<RelativeTime at={theirs.updatedAt} />
          ).
        </p>
      }
      mine={mine}
      base={base}
      theirs={theirs.text}
      theirName={name}
      keep={t("later")}
      onKeep={onClose}
      onUse={onUseMerged}
    />
  );
}
