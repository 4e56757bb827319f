"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/time";
import type { Conflict } from "../../publishing/schema";
import { MergeDialog } from "./merge/merge-dialog";

type Props = {
  conflict: Conflict;
  mine: string;
  onKeepMine: () => void;
  /** With the text that was made of both. */
  onUseMerged: (text: string) => void;
};

/** Somebody else published first: what each changed, and what is made of both. Closing keeps the draft. */
export function ConflictDialog({ conflict, mine, onUseMerged, onKeepMine }: Props) {
  const t = useTranslations("editing.conflict");
  const { base, theirs } = conflict;
  if (!theirs) {
    return (
      <Dialog
        open
        onClose={onKeepMine}
        title={t("title")}
        footer={
          <Button variant="primary" onClick={onKeepMine}>
            {t("keepMine")}
          </Button>
        }
      >
        <p>
          {t("gone")} {t("kept")}
        </p>
      </Dialog>
    );
  }
  return (
    <MergeDialog
      title={t("title")}
      lead={
        <p>
          {t("who", { author: theirs.author, message: theirs.message })} (<RelativeTime at={theirs.at} />
          ). {t("kept")}
        </p>
      }
      mine={mine}
      base={base?.text ?? null}
      theirs={theirs.text}
      theirName={theirs.author}
      keep={t("keepMine")}
      onKeep={onKeepMine}
      onUse={onUseMerged}
    />
  );
}
