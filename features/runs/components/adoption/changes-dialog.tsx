"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { StepChanges } from "../../adopt/schema";
import { useLiveRun } from "../live/live-run";
import { TextDifference } from "./text-difference";
import { useChanges } from "./use-changes";

type Changed = StepChanges["changes"][number];
const tones = { changed: "accent", added: "success", removed: "danger", moved: "neutral" } as const;

/** The difference of each step ahead, with the choice to adopt it, or all of them at once. */
export function ChangesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("runs.adoption");
  const { able } = useLiveRun();
  const { found, problem, busy, adopt } = useChanges();
  const open = found?.changes.filter(({ held }) => !held) ?? [];
  const from = found?.pinned.commit?.slice(0, 8);
  const to = (found?.commit ?? found?.blob)?.slice(0, 8);
  return (
    <Dialog
      open
      size="xl"
      onClose={onClose}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          {able && open.length > 0 && (
            <Button variant="primary" disabled={busy} onClick={() => void adopt(open)}>
              {t("adoptAll", { count: open.length })}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4 *:min-w-0">
        {problem && (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        {from && to && <p className="text-sm text-muted">{t("versions", { from, to })}</p>}
        {from && found?.pinned.known === false && <Notice>{t("rewritten", { commit: from })}</Notice>}
        {!found && !problem && <p role="status">{t("loading")}</p>}
        {found?.changes.length === 0 && <p role="status">{t("none")}</p>}
        {found?.changes.map((change) => (
          <ChangedStep key={change.stepId} change={change}>
            {able && !change.held && (
              <Button
                size="sm"
                disabled={busy}
                aria-label={`${t("adopt")}: ${change.title}`}
                onClick={() => void adopt([change])}
              >
                {t("adopt")}
              </Button>
            )}
          </ChangedStep>
        ))}
      </div>
    </Dialog>
  );
}

function ChangedStep({ change, children }: { change: Changed; children: ReactNode }) {
  const t = useTranslations("runs.adoption");
  const { kind, before, after, title, moved, held, stepId } = change;
  return (
    <section aria-labelledby={`change-${stepId}`} className="grid gap-2 rounded border border-line p-3 *:min-w-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tones[kind]}>{t(`kind.${kind}`)}</Badge>
        <h3 id={`change-${stepId}`} className="min-w-0 flex-1 basis-48 font-semibold wrap-anywhere">
          {title}
          {kind === "changed" && moved && <span className="font-normal text-muted"> · {t("alsoMoved")}</span>}
        </h3>
        {children}
      </header>
      {held && <p className="text-sm text-muted">{t("inProgress")}</p>}
      {kind === "removed" && <p className="text-sm text-muted">{t("removedNote")}</p>}
      {kind === "moved" ? (
        <p className="text-sm text-muted">{t("onlyMoved")}</p>
      ) : (
        <TextDifference before={before ?? ""} after={after ?? ""} label={title} />
      )}
    </section>
  );
}
