"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { EditorStart } from "../editor-start";
import type { SharedStart } from "../shared-text";
import type { Inspect } from "./use-inspection";

// CodeMirror is a third of a megabyte and reads the window: it comes when somebody edits, and only in a browser.
const Workspace = dynamic(() => import("./editor-workspace").then((module) => module.EditorWorkspace), {
  ssr: false,
  loading: () => <Loading />,
});

/** The editor of one runbook. */
export function RunbookEditor(props: { start: EditorStart; title: string; inspect: Inspect }) {
  return <Workspace {...props} />;
}

const Shared = dynamic(() => import("./shared/shared-editor").then((module) => module.SharedEditor), {
  ssr: false,
  loading: () => <Loading />,
});

/** The editor of a text that several people write together. */
export function SharedTextEditor(props: { start: SharedStart; inspect: Inspect }) {
  return <Shared {...props} />;
}

function Loading() {
  const t = useTranslations("editing.edit");
  return (
    <p
      role="status"
      className="grid h-[calc(100dvh-15rem)] min-h-96 place-items-center rounded border border-line text-muted"
    >
      {t("loading")}
    </p>
  );
}
