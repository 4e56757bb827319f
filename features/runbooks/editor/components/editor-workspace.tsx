"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, Suspense, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { scrollable } from "@/components/ui/scrollable";
import { SuggestionList } from "../../suggestions/components/suggestion-list";
import { lineOfStep } from "../../suggestions/step-text";
import type { EditorStart } from "../editor-start";
import { ByHandDialog } from "./by-hand-dialog";
import { CodeEditor } from "./code-editor";
import { ConflictDialog } from "./conflict-dialog";
import { DraftStatusLine } from "./draft-status";
import { EditorNotices } from "./editor-notices";
import { PreviewBoundary } from "./preview-boundary";
import { ProblemList } from "./problem-list";
import { PublishDialog } from "./publish-dialog";
import { useEditing } from "./use-editing";
import type { Inspect } from "./use-inspection";

const panes = ["text", "preview", "problems"] as const;
type Pane = (typeof panes)[number];

type Props = { start: EditorStart; title: string; inspect: Inspect };

/** Text left, live page right, problems below; one pane at a time where the screen is narrow. */
export function EditorWorkspace({ start, title, inspect }: Props) {
  const t = useTranslations("editing");
  const editing = useEditing(start, inspect);
  const [suggestions, setSuggestions] = useState(start.suggestions);
  const [pane, setPane] = useState<Pane>("text");
  const { inspection, open, draft } = editing;
  const { source, isNew } = start;
  const published = isNew ? "" : source.text;
  const errors = inspection.problems.filter((problem) => problem.severity === "error").length;
  const shown = (one: Pane) => (pane === one ? "flex" : "hidden lg:flex");

  const jumpTo = (line: number, column: number) => {
    setPane("text");
    requestAnimationFrame(() => editing.editor.current?.jump(line, column));
  };
  const discard = () => {
    if (window.confirm(t("edit.discardConfirm"))) void editing.startOver();
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
      <SuggestionList
        suggestions={suggestions}
        onJump={(suggestion) => jumpTo(lineOfStep(editing.work().text, suggestion), 1)}
        onClosed={(id) => setSuggestions((all) => all.filter((one) => one.id !== id))}
      />
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          <DraftStatusLine status={draft.status} />
        </div>
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
      <fieldset className="mb-2 flex gap-1 lg:hidden">
        <legend className="sr-only">{t("edit.panes.label")}</legend>
        {panes.map((one) => (
          <Button
            key={one}
            size="sm"
            aria-pressed={pane === one}
            variant={pane === one ? "secondary" : "ghost"}
            onClick={() => setPane(one)}
          >
            {t(`edit.panes.${one}`)}
            {one === "problems" && inspection.problems.length > 0 && ` (${inspection.problems.length})`}
          </Button>
        ))}
      </fieldset>
      <div className="grid h-[calc(100dvh-15rem)] min-h-[32rem] grid-rows-[minmax(0,1fr)] gap-3 lg:grid-cols-2 lg:grid-rows-[minmax(0,1fr)_fit-content(11rem)]">
        <div
          className={classes(
            "min-w-0 flex-col overflow-hidden rounded border border-line focus-within:border-accent focus-within:ring-1 focus-within:ring-accent",
            shown("text"),
          )}
        >
          <CodeEditor
            ref={editing.editor}
            initial={editing.first.text}
            vocabulary={start.vocabulary}
            problems={inspection.problems}
            onChange={editing.change}
            onSave={() => void draft.save()}
            onPublish={editing.askToPublish}
          />
        </div>
        <section
          aria-label={t("preview.title")}
          {...scrollable}
          onClickCapture={openBeside}
          className={classes(
            "min-w-0 flex-col overflow-y-auto rounded border border-line bg-canvas p-4",
            shown("preview"),
          )}
        >
          {errors > 0 && inspection.rendered && <p className="mb-3 text-sm text-warning">{t("preview.stale")}</p>}
          <PreviewBoundary fallback={<p className="text-warning">{t("preview.failed")}</p>}>
            {/* Parts of it may still be loading: without a boundary of its own they would hide the text, and take its focus. */}
            <Suspense fallback={<p className="text-muted">{t("problems.checking")}</p>}>
              {inspection.rendered ?? <p className="text-muted">{t("preview.empty")}</p>}
            </Suspense>
          </PreviewBoundary>
        </section>
        <section
          aria-label={t("problems.title")}
          className={classes(
            "min-w-0 flex-col overflow-y-auto rounded border border-line bg-surface lg:col-span-2",
            shown("problems"),
          )}
        >
          <ProblemList
            problems={inspection.problems}
            checking={inspection.checking}
            failed={inspection.failed}
            onJump={({ line, column }) => jumpTo(line, column)}
          />
        </section>
      </div>
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
          onUseMerged={() => editing.takeMerged(open.conflict)}
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

/** A link of the preview opens beside the editor: nobody loses their place in the text by trying one. */
function openBeside(event: MouseEvent<HTMLElement>) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener");
}
