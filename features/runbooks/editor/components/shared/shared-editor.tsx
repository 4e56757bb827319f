"use client";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SharedStart } from "../../shared-text";
import { ByHandDialog } from "../by-hand-dialog";
import type { CodeEditorHandle } from "../code/code-editor";
import { ConflictDialog } from "../conflict-dialog";
import { EditorPanes, type Pane } from "../editor-panes";
import { PublishFrame } from "../publish-frame";
import { useErrorText } from "../use-error-text";
import { type Inspect, useInspection } from "../use-inspection";
import { SaveConflictDialog } from "./save-conflict-dialog";
import { useOthers } from "./use-others";
import { usePublishing } from "./use-publishing";
import { startingCopy, useSharedText } from "./use-shared-text";

/** The editor of a text that several people write together. */
export function SharedEditor({ start, inspect }: { start: SharedStart; inspect: Inspect }) {
  const t = useTranslations("editing");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const onError = useErrorText();
  const first = useMemo(() => startingCopy(start), [start]);
  const editor = useRef<CodeEditorHandle>(null);
  const [pane, setPane] = useState<Pane>("text");
  const [showsConflict, setShowsConflict] = useState(true);
  const inspection = useInspection(start.shared.path, first.text, inspect, onError);
  const { change: inspectText } = inspection;
  const show = useCallback((text: string) => editor.current?.replace(text), []);
  const shared = useSharedText({ start, first, onError, show });
  const others = useOthers(start.api, start.person, shared.newer);
  const publishing = usePublishing(start, shared, show);
  const { open } = publishing;
  const { status, conflict } = shared;
  const calm = ["clean", "dirty", "saving", "saved"].includes(status.kind);

  const change = (text: string) => {
    shared.change(text);
    inspectText(text);
  };
  const save = () => {
    setShowsConflict(true);
    void shared.save();
  };

  return (
    <>
      <div className="mb-3 grid gap-2 empty:hidden">
        {first.restored && <Notice tone="info" title={t("edit.restored.title")} />}
        {others.length > 0 && (
          <Notice
            tone="info"
            live
            title={t("shared.others", { names: list.format(others.map(({ name }) => name)), count: others.length })}
          />
        )}
        {conflict && !showsConflict && (
          <Notice
            tone="warning"
            live
            title={t("shared.conflict.title", { name: conflict.theirs.updatedBy.name })}
            action={
              <Button size="sm" onClick={() => setShowsConflict(true)}>
                {t("shared.conflict.show")}
              </Button>
            }
          >
            {t("shared.conflict.waiting")}
          </Notice>
        )}
      </div>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <p role="status" className={`min-w-40 flex-1 text-sm ${calm ? "text-muted" : "font-medium text-warning"}`}>
          {status.kind === "failed"
            ? t("shared.status.failed", { why: status.why })
            : t(`shared.status.${status.kind}`)}
        </p>
        <Button onClick={save} title="Ctrl S">
          {t("shared.save")}
        </Button>
        {start.canPublish && (
          <Button variant="primary" onClick={publishing.ask} title="Ctrl Enter">
            {t("edit.publish")}
          </Button>
        )}
      </div>
      {!start.canPublish && <p className="mb-2 text-sm text-muted">{t("shared.whoPublishes")}</p>}
      <EditorPanes
        editor={editor}
        initial={first.text}
        path={start.shared.path}
        label={start.label}
        vocabulary={start.vocabulary}
        inspection={inspection}
        pane={pane}
        onPane={setPane}
        onChange={change}
        onBegun={shared.begun}
        onSave={save}
        onPublish={() => start.canPublish && publishing.ask()}
      />
      {conflict && showsConflict && (
        <SaveConflictDialog conflict={conflict} onClose={() => setShowsConflict(false)} onUseMerged={shared.settle} />
      )}
      {open?.kind === "publish" && (
        <PublishFrame
          published={start.publishedText}
          text={open.text}
          invalid={inspection.problems.some(({ severity }) => severity === "error")}
          defaultMessage={start.defaultMessage}
          error={publishing.error}
          busy={publishing.busy}
          onPublish={(message) => void publishing.publish(message)}
          onClose={publishing.close}
        />
      )}
      {open?.kind === "conflict" && (
        <ConflictDialog
          conflict={open.conflict}
          mine={open.text}
          onKeepMine={() => publishing.keepMine(open.conflict)}
          onUseMerged={(text) => publishing.takeMerged(open.conflict, text)}
        />
      )}
      {open?.kind === "byHand" && (
        <ByHandDialog
          byHand={open.byHand}
          published={start.publishedText}
          onClose={publishing.close}
          onAdopt={() => publishing.adopt(open.byHand)}
        />
      )}
    </>
  );
}
