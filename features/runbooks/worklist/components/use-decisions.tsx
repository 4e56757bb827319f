"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { type ApiResult, call } from "@/lib/http/client";
import type { Vouched } from "../../vouch/schema";
import type { WorklistItem } from "../schema";

/** What can be decided on items; each says what came of it and reads the list again. @param onDone after each that went well */
export function useDecisions(onDone: () => void) {
  const t = useTranslations("worklist");
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function send<T>(path: string, body: unknown, said: (value: T) => string): Promise<boolean> {
    setBusy(true);
    const answer: ApiResult<T> = await call<T>("POST", path, body);
    setBusy(false);
    if (answer.ok) {
      toast({ title: said(answer.value), tone: "success" });
      onDone();
    } else toast({ title: answer.title || t("failed"), description: whichOf(answer.details), tone: "danger" });
    router.refresh();
    return answer.ok;
  }
  const at = ({ id }: WorklistItem) => `/api/v1/worklist/${id}`;

  return {
    busy,
    vouch: (items: WorklistItem[]) => {
      const runbooks = items.flatMap(({ runbook, blob }) =>
        runbook ? [{ path: runbook, blob: blob ?? undefined }] : [],
      );
      return send<Vouched>("/api/v1/vouches", { runbooks }, () => t("vouch.done", { count: runbooks.length }));
    },
    snooze: (item: WorklistItem, until: string) =>
      send(`${at(item)}/snooze`, { until, fingerprint: item.fingerprint }, () => t("snooze.done")),
    dismiss: (item: WorklistItem, reason: string) =>
      send(`${at(item)}/dismissal`, { reason, fingerprint: item.fingerprint }, () => t("dismiss.done")),
    reopen: (item: WorklistItem) => send(`${at(item)}/reopening`, {}, () => t("reopen.done")),
    answerFor: ({ owner }: WorklistItem) =>
      send("/api/v1/runbook-owners", { owner }, () => t("owners.taken", { owner })),
  };
}

/** The runbook that stopped it, where one of several did. */
const whichOf = ({ path }: Record<string, unknown>) => (typeof path === "string" ? path : undefined);
