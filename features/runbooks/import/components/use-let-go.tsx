"use client";
import { type Dispatch, type SetStateAction, useState } from "react";
import { saveDraftAction } from "../../editor/actions";
import { type ImportItem, pathOf } from "../batch/batch";
import { type ImportReport, reportOf } from "../batch/report";
import { publishItems, type Stopped } from "./ask-server";

type Options = {
  importId: string;
  items: readonly ImportItem[];
  setItems: Dispatch<SetStateAction<ImportItem[]>>;
};

/** The end of an import: published as one commit, or kept as drafts. */
export function useLetGo({ importId, items, setItems }: Options) {
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [draftsFailed, setDraftsFailed] = useState<string[]>([]);

  const finish = (
    ids: ReadonlySet<string>,
    done: "published" | "draft",
    of: Omit<Parameters<typeof reportOf>[1], "importId" | "at">,
  ) => {
    const ended = items.map((item) => (ids.has(item.id) ? { ...item, done } : item));
    setItems(ended);
    setReport(reportOf(ended, { importId, at: new Date().toISOString(), ...of }));
  };

  return {
    progress,
    stopped,
    report,
    draftsFailed,
    busy: progress !== null,
    clear() {
      setStopped(null);
      setReport(null);
    },
    async publish(chosen: readonly ImportItem[], message: string) {
      setStopped(null);
      setProgress({ done: 0, all: chosen.length + 1 });
      const answer = await publishItems(chosen, items, {
        importId,
        message,
        onProgress: (done, all) => setProgress({ done, all }),
      });
      setProgress(null);
      if (!answer.ok) return setStopped(answer);
      const { commit, files } = answer.value;
      finish(new Set(chosen.map(({ id }) => id)), "published", { commit, message, files });
    },
    async keepDrafts(chosen: readonly ImportItem[]) {
      setDraftsFailed([]);
      const kept = new Set<string>();
      const failed: string[] = [];
      for (const [index, item] of chosen.entries()) {
        setProgress({ done: index, all: chosen.length });
        const text = item.analysis?.mdx ?? "";
        const draft = { path: pathOf(item), text, baseBlob: item.choice.update?.blob ?? null, message: "", version: 0 };
        const answer = await saveDraftAction(draft).catch(() => null);
        if (answer?.ok) kept.add(item.id);
        else failed.push(pathOf(item));
      }
      setProgress(null);
      setDraftsFailed(failed);
      if (failed.length === 0) finish(kept, "draft", { commit: null, message: null, files: [] });
      else setItems((now) => now.map((item) => (kept.has(item.id) ? { ...item, done: "draft" } : item)));
    },
  };
}
