"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import type { Draft } from "../../drafts/schema";
import type { EditorStart } from "../editor-start";
import type { StartingText } from "./starting-text";

type Props = {
  start: EditorStart;
  /** Set while a restored text may still be thrown away at once. */
  restored: StartingText | null;
  elsewhere: Draft | null;
  /** Changes by hand that are not adopted yet. */
  byHand: boolean;
  onStartOver: () => void;
  onLoadElsewhere: () => void;
  onKeepMine: () => void;
  onShowByHand: () => void;
};

/** What the editor has to know before writing on: restored text, other editors, other windows, changes by hand. */
export function EditorNotices(props: Props) {
  const { start, restored, elsewhere, byHand } = props;
  const t = useTranslations("editing.edit");
  const untracked = start.source.byHand !== null && start.source.blob === null;
  return (
    <div className="mb-3 grid gap-2 empty:hidden">
      {restored && (
        <Notice
          tone="info"
          title={t("restored.title")}
          action={
            <Button size="sm" onClick={props.onStartOver}>
              {t("restored.discard")}
            </Button>
          }
        >
          {t(restored.from === "browser" ? "restored.browser" : "restored.draft")}{" "}
          {restored.at && (
            <>
              (<RelativeTime at={restored.at} />
              ).
            </>
          )}
          {restored.baseBlob !== start.source.blob && !start.isNew && <p className="font-medium">{t("outdated")}</p>}
        </Notice>
      )}
      {elsewhere && (
        <Notice
          tone="warning"
          live
          title={t("elsewhere.title")}
          action={
            <span className="flex gap-2">
              <Button size="sm" onClick={props.onLoadElsewhere}>
                {t("elsewhere.theirs")}
              </Button>
              <Button size="sm" onClick={props.onKeepMine}>
                {t("elsewhere.mine")}
              </Button>
            </span>
          }
        >
          {t("elsewhere.body")}
        </Notice>
      )}
      {byHand && (
        <Notice
          tone="warning"
          title={t("byHand.title")}
          action={
            <Button size="sm" onClick={props.onShowByHand}>
              {t("byHand.show")}
            </Button>
          }
        >
          {t("byHand.body")}
        </Notice>
      )}
      {untracked && <Notice tone="info" title={t("byHand.untracked")} />}
      {start.databaseAway && <Notice tone="warning" title={t("databaseAway")} />}
    </div>
  );
}
