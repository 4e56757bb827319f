"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { mergeTexts } from "../../../publishing/merge";
import type { ByHand, Conflict } from "../../../publishing/schema";
import type { SharedStart, SharedText } from "../../shared-text";
import { useErrorText } from "../use-error-text";
import type { useSharedText } from "./use-shared-text";

type Open =
  | { kind: "publish"; text: string }
  | { kind: "conflict"; text: string; conflict: Conflict }
  | { kind: "byHand"; byHand: ByHand }
  | null;

/** Publishing what everybody wrote: save, commit, and what stands in the way of either. */
export function usePublishing(
  start: SharedStart,
  shared: ReturnType<typeof useSharedText>,
  show: (text: string) => void,
) {
  const t = useTranslations("editing");
  const errorText = useErrorText();
  const toast = useToast();
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const basis = useRef<{ baseBlob: string | null; adoptBlob: string | null }>({
    baseBlob: start.shared.published?.blob ?? null,
    adoptBlob: null,
  });

  const goOn = (text: string) => {
    setOpen(null);
    show(text);
    shared.change(text);
    toast({ title: t("conflict.used"), tone: "info" });
  };

  return {
    open,
    busy,
    error,
    ask: () => {
      setError(null);
      setOpen({ kind: "publish", text: shared.text() });
    },
    close: () => setOpen(null),
    async publish(message: string) {
      setBusy(true);
      setError(null);
      if (!(await shared.save())) {
        setBusy(false);
        return setOpen(null);
      }
      const input = { ...basis.current, version: shared.version(), message };
      const result = await call<SharedText>("POST", `${start.api}/publication`, input);
      setBusy(false);
      if (result.ok) {
        setOpen(null);
        toast({ title: t("publish.done"), tone: "success" });
        router.push(start.done);
        return router.refresh();
      }
      const { code, details } = result;
      if (code === "stale_base" || code === "path_taken")
        return setOpen({ kind: "conflict", text: shared.text(), conflict: details as Conflict });
      if (code === "worktree_changed") return setOpen({ kind: "byHand", byHand: details as ByHand });
      setError(typeof details.why === "string" ? `${errorText(code)} (${details.why})` : errorText(code));
    },
    takeMerged({ theirs }: Conflict, text: string) {
      basis.current = { ...basis.current, baseBlob: theirs?.blob ?? null };
      goOn(text);
    },
    keepMine({ theirs }: Conflict) {
      // A file that is gone is published anew.
      if (!theirs) basis.current = { ...basis.current, baseBlob: null };
      setOpen(null);
    },
    adopt(found: ByHand) {
      basis.current = { ...basis.current, adoptBlob: found.blob };
      goOn(mergeTexts(shared.text(), start.publishedText, found.text).text);
    },
  };
}
