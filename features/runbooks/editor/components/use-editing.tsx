"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { mergeTexts } from "../../publishing/merge";
import type { ByHand, Conflict, Published } from "../../publishing/schema";
import { compareDraftAction } from "../actions";
import type { EditorStart } from "../editor-start";
import type { CodeEditorHandle } from "./code/code-editor";
import type { Refusal } from "./publish-dialog";
import { startingText } from "./starting-text";
import { useDraft } from "./use-draft";
import { useErrorText } from "./use-error-text";
import { type Inspect, useInspection } from "./use-inspection";
import { useSayPublished } from "./use-say-published";

/** The dialog that is open, with the text as it was when it opened. */
type Open = { kind: "publish"; text: string } | ({ kind: "refused"; text: string } & Refusal) | null;

/** What happens between the text, the draft, the inspection and publishing. */
export function useEditing(start: EditorStart, inspect: Inspect) {
  const { source } = start;
  const path = source.path;
  const t = useTranslations("editing");
  const toast = useToast();
  const sayPublished = useSayPublished();
  const router = useRouter();
  const errorText = useErrorText();
  const first = useMemo(() => startingText({ ...start, path }), [start, path]);
  const editor = useRef<CodeEditorHandle>(null);
  const text = useRef(first.text);
  // A file that git does not know has nothing else to start from: its text on the disk is adopted as it is shown.
  const basis = useRef({
    baseBlob: first.baseBlob,
    adoptBlob: source.blob === null ? (source.byHand?.blob ?? null) : null,
  });
  const [restored, setRestored] = useState(first.from === "published" ? null : first);
  const [byHand, setByHand] = useState<ByHand | null>(source.blob === null ? null : source.byHand);
  const [open, setOpen] = useState<Open>(null);
  const inspection = useInspection(path, first.text, inspect, errorText);
  const draft = useDraft({
    person: start.person,
    path,
    version: first.version,
    unsent: useMemo(() => (first.from === "browser" ? { text: first.text, baseBlob: first.baseBlob } : null), [first]),
    initial: ({ published: "clean", draft: "saved", browser: "dirty" } as const)[first.from],
    onError: errorText,
  });
  const { change: inspectText } = inspection;
  const { change: keep, end, resume } = draft;

  const change = useCallback(
    (next: string) => {
      text.current = next;
      keep({ text: next, baseBlob: basis.current.baseBlob });
      inspectText(next);
    },
    [keep, inspectText],
  );

  const startOver = async () => {
    editor.current?.replace(source.text);
    basis.current = { ...basis.current, baseBlob: source.blob };
    setRestored(null);
    await end(true);
  };

  /** Goes on from what was made of both texts; the next publication starts from theirs. */
  const takeMerged = ({ theirs }: Pick<Conflict, "theirs">, merged: string) => {
    basis.current = { ...basis.current, baseBlob: theirs?.blob ?? null };
    setOpen(null);
    if (text.current === merged) change(merged);
    else editor.current?.replace(merged);
    toast({ title: t("conflict.used"), tone: "info" });
  };

  /** What publishing would meet now, to be seen before anything changes. @returns what went wrong, in words */
  const compare = async (): Promise<string | null> => {
    const { baseBlob } = basis.current;
    const mine = text.current;
    const result = await compareDraftAction({ path, text: mine, baseBlob }).catch(() => null);
    if (!result?.ok) return errorText(result ? result.code : "offline");
    setOpen({ kind: "refused", code: "stale_base", conflict: result.value, text: mine });
    return null;
  };

  const adopt = (found: ByHand) => {
    basis.current = { ...basis.current, adoptBlob: found.blob };
    setByHand(null);
    setOpen(null);
    editor.current?.replace(mergeTexts(text.current, source.text, found.text).text);
    toast({ title: t("edit.byHand.adopted"), tone: "info" });
  };

  const published = async (done: Published) => {
    setOpen(null);
    await end(false);
    sayPublished(done);
    router.push(`/runbooks/${path}`);
    router.refresh();
  };

  const elsewhere = draft.status.kind === "elsewhere" ? draft.status.draft : null;
  return {
    first,
    editor,
    inspection,
    draft,
    open,
    restored,
    byHand,
    elsewhere,
    change,
    startOver,
    takeMerged,
    compare,
    adopt,
    published,
    askToPublish: () => setOpen({ kind: "publish", text: text.current }),
    refused: (refusal: Refusal) => setOpen({ kind: "refused", text: text.current, ...refusal }),
    showByHand: () => byHand && setOpen({ kind: "refused", code: "worktree_changed", byHand, text: text.current }),
    close: () => setOpen(null),
    work: () => ({ text: text.current, ...basis.current }),
    goOn(from: "mine" | "theirs") {
      if (!elsewhere) return;
      resume(elsewhere);
      if (from === "theirs") {
        basis.current = { ...basis.current, baseBlob: elsewhere.baseBlob };
        editor.current?.replace(elsewhere.text);
      } else change(text.current);
    },
  };
}
