"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useLiveRun } from "../live/live-run";
import { addUpload, currentUploads, sendUpload, subscribeToUploads, type Upload } from "./upload-store";

const none: readonly Upload[] = [];

/** The files of a step that are on their way, and how to send more. */
export function useUploads(stepId: string): { uploads: Upload[]; add: (files: Iterable<File>) => void } {
  const t = useTranslations("errors");
  const { run, update } = useLiveRun();
  const all = useSyncExternalStore(subscribeToUploads, currentUploads, () => none);
  const tooLarge = t("file_too_large");
  const runId = run.id;
  useEffect(() => {
    const online = () => {
      for (const { id, state } of currentUploads()) if (state === "waiting") void sendUpload(id);
    };
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);
  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) void addUpload(file, { runId, stepId, onRun: update }, tooLarge);
    },
    [runId, stepId, update, tooLarge],
  );
  return { uploads: all.filter((one) => one.runId === runId && one.stepId === stepId), add };
}
