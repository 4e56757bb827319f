"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import type { Conflict } from "../../publishing/schema";
import { DifferenceView } from "./difference-view";

type Props = { conflict: Conflict; mine: string; onUseMerged: () => void; onKeepMine: () => void };

/** Somebody else published first: what each changed, side by side, and a merge to choose. Closing keeps the draft. */
export function ConflictDialog({ conflict, mine, onUseMerged, onKeepMine }: Props) {
  const t = useTranslations("editing.conflict");
  const { base, theirs, merged } = conflict;
  return (
    <Dialog
      open
      onClose={onKeepMine}
      title={t("title")}
      size="xl"
      footer={
        <>
          <Button onClick={onKeepMine}>{t("keepMine")}</Button>
          {merged && (
            <Button variant="primary" onClick={onUseMerged}>
              {t("useMerged")}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        {theirs ? (
          <p>
            {t("who", { author: theirs.author, message: theirs.message })} (<RelativeTime at={theirs.at} />
            ). {t("kept")}
          </p>
        ) : (
          <p>
            {t("gone")} {t("kept")}
          </p>
        )}
        {theirs && merged && (
          <>
            <div className="grid gap-4 lg:grid-cols-2">
              <section className="min-w-0">
                <h3 className="mb-2 font-semibold">{t("mine")}</h3>
                <DifferenceView before={base?.text ?? ""} after={mine} label={t("mine")} />
              </section>
              <section className="min-w-0">
                <h3 className="mb-2 font-semibold">{t("theirs", { author: theirs.author })}</h3>
                <DifferenceView
                  before={base?.text ?? ""}
                  after={theirs.text}
                  label={t("theirs", { author: theirs.author })}
                />
              </section>
            </div>
            <section className="grid min-w-0 gap-2">
              <h3 className="font-semibold">
                {t("result")} <span className="font-normal text-muted">({t("againstCurrent")})</span>
              </h3>
              <Notice
                tone={merged.conflicts > 0 ? "warning" : "success"}
                title={merged.conflicts > 0 ? t("conflicts", { count: merged.conflicts }) : t("clean")}
              />
              <DifferenceView before={theirs.text} after={merged.text} label={t("result")} />
            </section>
          </>
        )}
      </div>
    </Dialog>
  );
}
