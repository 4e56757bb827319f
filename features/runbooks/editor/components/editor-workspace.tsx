"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { EditorReview } from "../../reviewing/components/editor-review";
import { SuggestionList } from "../../suggestions/components/suggestion-list";
import { lineOfStep } from "../../suggestions/step-text";
import type { EditorStart } from "../editor-start";
import { ByHandDialog } from "./by-hand-dialog";
import { CompanyLine } from "./company/company-line";
import { CompanyNotices } from "./company/company-notices";
import { useCompany } from "./company/use-company";
import { ConflictDialog } from "./conflict-dialog";
import { DraftStatusLine } from "./draft-status";
import { EditorNotices } from "./editor-notices";
import { EditorPanes, type Pane } from "./editor-panes";
import { AddFileButton, DraftFilesState } from "./files/draft-files-bar";
import { useDraftFiles } from "./files/use-draft-files";
import { MatterForm } from "./matter/matter-form";
import { PublishDialog } from "./publish-dialog";
import { type SideMode, SidePane } from "./side/side-pane";
import { useTextPlace } from "./side/use-text-place";
import { useEditing } from "./use-editing";
import type { Inspect } from "./use-inspection";
import { useLineInAddress } from "./use-line-in-address";

type Props = { start: EditorStart; title: string; inspect: Inspect };

/** Text left, live page right, problems below; one pane at a time where the screen is narrow. */
export function EditorWorkspace({ start, title, inspect }: Props) {
  const t = useTranslations("editing");
  const { source, isNew } = start;
  const editing = useEditing(start, inspect);
  const [suggestions, setSuggestions] = useState(start.suggestions);
  const [pane, setPane] = useState<Pane>("text");
  const [mode, setMode] = useState<SideMode>("page");
  /** Followed while the form is open. */
  const [matterText, setMatterText] = useState("");
  const place = useTextPlace();
  const company = useCompany(source.path, start.person, start.others, place.section);
  const files = useDraftFiles({ person: start.person, path: source.path, editor: editing.editor });
  const extensions = useMemo(() => [place.extension, files.extension], [place.extension, files.extension]);
  const { inspection, open, draft } = editing;
  const published = isNew ? "" : source.text;

  const jumpTo = (line: number, column: number) => {
    setPane("text");
    requestAnimationFrame(() => editing.editor.current?.jump(line, column));
  };
  useLineInAddress(jumpTo);
  const change = (next: string) => {
    editing.change(next);
    if (mode === "matter") setMatterText(next);
  };
  const showAs = (next: SideMode) => {
    setMode(next);
    setMatterText(editing.work().text);
    inspection.showAs(next === "run" ? "run" : "page");
  };
  const discard = () => {
    if (!window.confirm(t("edit.discardConfirm"))) return;
    void editing.startOver();
    void files.clear();
  };

  return (
    <>
      <EditorNotices
        start={start}
        restored={editing.restored}
        elsewhere={editing.elsewhere}
        byHand={editing.byHand !== null}
        onStartOver={editing.startOver}
        onLoadElsewhere={() => editing.goOn("theirs")}
        onKeepMine={() => editing.goOn("mine")}
        onShowByHand={editing.showByHand}
      />
      <CompanyNotices
        path={source.path}
        drafts={company.drafts}
        meanwhile={company.published && company.published.blob !== editing.work().baseBlob ? company.published : null}
        publishedText={published}
        mine={() => editing.work().text}
        onMeanwhile={editing.compare}
        onTakeOver={(text) => editing.editor.current?.replace(text)}
      />
      <EditorReview path={source.path} text={() => editing.work().text} onJump={(line) => jumpTo(line, 1)} />
      <SuggestionList
        suggestions={suggestions}
        onJump={(suggestion) => jumpTo(lineOfStep(editing.work().text, suggestion), 1)}
        onClosed={(id) => setSuggestions((all) => all.filter((one) => one.id !== id))}
      />
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          <DraftStatusLine status={draft.status} />
          <CompanyLine people={company.people} />
          <DraftFilesState files={files} />
        </div>
        <AddFileButton files={files} />
        <Button variant="ghost" onClick={discard}>
          {t("edit.discard")}
        </Button>
        {!isNew && <ButtonLink href={`/runbooks/${source.path}/history`}>{t("edit.history")}</ButtonLink>}
        <Button onClick={() => void draft.save()} title="Ctrl S">
          {t("edit.save")}
        </Button>
        <Button variant="primary" onClick={editing.askToPublish} title="Ctrl Enter">
          {t("edit.publish")}
        </Button>
      </div>
      <EditorPanes
        editor={editing.editor}
        initial={editing.first.text}
        path={source.path}
        vocabulary={start.vocabulary}
        inspection={inspection}
        extensions={extensions}
        side={(className) => (
          <SidePane
            editor={editing.editor}
            place={place}
            inspection={inspection}
            mode={mode}
            onMode={showAs}
            className={className}
            matter={
              <MatterForm
                text={matterText}
                service={source.path.split("/")[0] ?? ""}
                owners={start.owners}
                onText={(next) => editing.editor.current?.replace(next)}
                onJump={jumpTo}
              />
            }
          />
        )}
        pane={pane}
        onPane={setPane}
        onChange={change}
        onBegun={draft.begun}
        onSave={() => void draft.save()}
        onPublish={editing.askToPublish}
      />
      {open?.kind === "publish" && (
        <PublishDialog
          path={source.path}
          published={published}
          work={editing.work()}
          problems={inspection.problems}
          defaultMessage={t(isNew ? "publish.defaultNew" : "publish.defaultUpdate", { title })}
          newFile={isNew ? source.file : null}
          suggestions={suggestions}
          onClose={editing.close}
          onPublished={editing.published}
          onRefused={editing.refused}
        />
      )}
      {open?.kind === "refused" && open.code !== "worktree_changed" && (
        <ConflictDialog
          conflict={open.conflict}
          mine={open.text}
          onKeepMine={editing.close}
          onUseMerged={(text) => editing.takeMerged(open.conflict, text)}
        />
      )}
      {open?.kind === "refused" && open.code === "worktree_changed" && (
        <ByHandDialog
          byHand={open.byHand}
          published={published}
          onClose={editing.close}
          onAdopt={() => editing.adopt(open.byHand)}
        />
      )}
    </>
  );
}
