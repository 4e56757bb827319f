"use client";
import type { Extension } from "@codemirror/state";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { scrollable } from "@/components/ui/scrollable";
import type { Vocabulary } from "../vocabulary";
import { CodeEditor, type CodeEditorHandle } from "./code/code-editor";
import { PreviewBoundary } from "./preview-boundary";
import { ProblemList } from "./problem-list";
import { openBeside } from "./side/side-pane";
import type { useInspection } from "./use-inspection";

const panes = ["text", "preview", "problems"] as const;
export type Pane = (typeof panes)[number];

type Props = {
  editor: RefObject<CodeEditorHandle | null>;
  initial: string;
  /** `<service>/<file>`. */
  path: string;
  label?: string;
  vocabulary: Vocabulary;
  inspection: ReturnType<typeof useInspection>;
  extensions?: Extension[];
  /** What stands beside the text instead of the page; it is given the classes that hide it where the screen is narrow. */
  side?: (className: string) => ReactNode;
  pane: Pane;
  onPane: (pane: Pane) => void;
  onChange: (text: string) => void;
  onBegun: () => void;
  onSave: () => void;
  onPublish: () => void;
};

/** Text left, live page right, problems below; one pane at a time where the screen is narrow. */
export function EditorPanes(props: Props) {
  const { editor, initial, label, vocabulary, inspection, extensions, pane, onPane } = props;
  const t = useTranslations("editing");
  const errors = inspection.problems.filter((problem) => problem.severity === "error").length;
  const shown = (one: Pane) => (pane === one ? "flex" : "hidden lg:flex");
  const jumpTo = (line: number, column: number) => {
    onPane("text");
    requestAnimationFrame(() => editor.current?.jump(line, column));
  };
  return (
    <>
      <fieldset className="mb-2 flex gap-1 lg:hidden">
        <legend className="sr-only">{t("edit.panes.label")}</legend>
        {panes.map((one) => (
          <Button
            key={one}
            size="sm"
            aria-pressed={pane === one}
            variant={pane === one ? "secondary" : "ghost"}
            onClick={() => onPane(one)}
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
            ref={editor}
            initial={initial}
            path={props.path}
            label={label}
            vocabulary={vocabulary}
            problems={inspection.problems}
            extensions={extensions}
            onChange={props.onChange}
            onBegun={props.onBegun}
            onSave={props.onSave}
            onPublish={props.onPublish}
          />
        </div>
        {props.side?.(shown("preview")) ?? (
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
        )}
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
            editor={editor}
          />
        </section>
      </div>
    </>
  );
}
