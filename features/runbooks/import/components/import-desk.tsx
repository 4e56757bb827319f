"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Inspect } from "../../editor/components/use-inspection";
import { type Choice, canGo, stateOf } from "../batch/batch";
import { pathFault } from "../batch/compose";
import type { ImportStart } from "../import-start";
import { BatchList } from "./batch-list";
import { IntakeForm, Progress } from "./intake-form";
import { LeftNotice } from "./left-notice";
import { PublishImportDialog } from "./publish-dialog";
import { ReportView } from "./report-view";
import { Review } from "./review/review";
import { isWanted, useAnalyses } from "./use-analyses";
import { useIntake } from "./use-intake";
import { useKeptImport } from "./use-kept-import";
import { useLetGo } from "./use-let-go";
import { useTakenPaths } from "./use-taken-paths";

/** The import: what comes in, what becomes of it, and only then what is written. */
export function ImportDesk({ start, inspect }: { start: ImportStart; inspect: Inspect }) {
  const t = useTranslations("runbookImport");
  const { importId, items, setItems, left, resume, discard, isKept } = useKeptImport(start.person);
  const { existing, takenIn } = useTakenPaths(start.services, items);
  const [open, setOpen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const intake = useIntake(items, setItems, takenIn);
  const letGo = useLetGo({ importId, items, setItems });
  useAnalyses(items, setItems, open);

  const change = (id: string, changed: Partial<Choice>) =>
    setItems((now) =>
      now.map((item) => (item.id === id ? { ...item, failed: null, choice: { ...item.choice, ...changed } } : item)),
    );
  const texts = items.filter((item) => item.kind === "text" && !item.refusal && !item.done);
  const waiting = texts.filter((item) => isWanted(item, items)).length;
  const chosen = texts.filter((item) => item.choice.include && canGo(item) && !pathFault(item, items, existing));
  const blocked = texts.filter((item) => item.choice.include && !chosen.includes(item)).length;
  const inReview = items.find((item) => item.id === open && item.analysis && !item.done);
  const next = texts.filter((item) => item.choice.include && item.analysis && item.id !== open);
  const after = next.find((item) => open !== null && texts.indexOf(item) > texts.findIndex(({ id }) => id === open));

  if (left === undefined) return <p role="status">{t("loading")}</p>;
  if (left) return <LeftNotice left={left} onResume={resume} onDiscard={discard} />;
  if (letGo.report)
    return (
      <ReportView
        report={letGo.report}
        onMore={() => {
          letGo.clear();
          discard();
        }}
      />
    );
  if (inReview)
    return (
      <Review
        key={inReview.id}
        item={inReview}
        {...{ items, existing, inspect }}
        services={start.services}
        vocabulary={start.vocabulary}
        busy={isWanted(inReview, items)}
        onChoice={(changed) => change(inReview.id, changed)}
        onBack={() => setOpen(null)}
        onNext={after ? () => setOpen(after.id) : null}
      />
    );
  return (
    <div className="grid grid-cols-1 gap-6">
      <IntakeForm reading={intake.reading} onFiles={intake.addFiles} onText={intake.addText} />
      {!isKept && <Notice tone="warning" title={t("notKept")} live />}
      {items.length > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <div className="min-w-0 flex-1 basis-64">
              {waiting > 0 ? (
                <Progress
                  read={texts.length - waiting}
                  all={texts.length}
                  label={t("analysing", { done: texts.length - waiting, all: texts.length })}
                />
              ) : (
                <p role="status" className="text-muted">
                  {t("counts", { ready: chosen.length, blocked })}
                </p>
              )}
            </div>
            <Button variant="ghost" onClick={discard}>
              {t("discard")}
            </Button>
            <Button
              disabled={chosen.length === 0 || waiting > 0 || letGo.busy}
              onClick={() => void letGo.keepDrafts(chosen)}
            >
              {t("drafts", { count: chosen.length })}
            </Button>
            <Button
              variant="primary"
              disabled={chosen.length === 0 || waiting > 0 || letGo.busy}
              onClick={() => setAsking(true)}
            >
              {t("publish.open", { count: chosen.length })}
            </Button>
          </div>
          {letGo.draftsFailed.length > 0 && (
            <Notice tone="danger" title={t("draftsFailed")} live>
              <ul>
                {letGo.draftsFailed.map((path) => (
                  <li key={path} className="font-mono text-sm">
                    {path}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <BatchList
            {...{ items, existing }}
            onOpen={setOpen}
            onInclude={(id, include) => change(id, { include })}
            onRetry={(id) =>
              setItems((now) =>
                now.map((item) => (item.id === id ? { ...item, failed: null, analysedAs: null } : item)),
              )
            }
            onRemove={(id) => setItems((now) => now.filter((item) => item.id !== id))}
          />
        </>
      )}
      <PublishImportDialog
        open={asking && letGo.report === null}
        chosen={chosen}
        items={items}
        progress={letGo.progress}
        stopped={letGo.stopped}
        onClose={() => {
          setAsking(false);
          letGo.clear();
        }}
        onPublish={(message) => void letGo.publish(chosen, message)}
      />
      <p className="sr-only" role="status">
        {items.length > 0 && waiting === 0
          ? t("allRead", { count: items.filter((one) => stateOf(one) !== "beside").length })
          : ""}
      </p>
    </div>
  );
}
