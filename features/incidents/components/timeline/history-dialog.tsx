"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { DateTime } from "@/components/ui/time";
import { call } from "@/lib/http/client";
import type { EntryView, RevisionView } from "../../timeline/schema";
import { useLiveIncident } from "../view/live-incident";
import { TextChange } from "./text-change";

/** Every text that an entry has had, the newest first: who wrote it and when, and what it changed. */
export function HistoryDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const t = useTranslations("incidents.timeline");
  const log = useTranslations("incidents.log");
  const { api } = useLiveIncident();
  const [revisions, setRevisions] = useState<RevisionView[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const path = `${api}/timeline/${entry.id}/revisions`;
    call<{ revisions: RevisionView[] }>("GET", path).then((answer) =>
      answer.ok ? setRevisions(answer.value.revisions.toReversed()) : setFailure(answer.title),
    );
  }, [api, entry.id]);
  return (
    <Dialog open onClose={onClose} title={t("historyTitle")} size="lg">
      {failure && <Notice tone="danger">{failure}</Notice>}
      {!revisions && !failure && <p className="text-muted">{t("loading")}</p>}
      <ol className="grid gap-4">
        {revisions?.map((revision, at) => {
          const before = revisions[at + 1];
          return (
            <li key={revision.revision}>
              <h3 className="text-sm font-medium">
                {revision.replacedAt ? t("historyBefore", { number: revision.revision + 1 }) : t("historyNow")}
              </h3>
              <p className="flex flex-wrap gap-x-2 text-sm text-muted">
                <span>{log("textBy", { name: before ? (before.replacedBy ?? "") : entry.actor.name })}</span>
                <DateTime at={before?.replacedAt ?? entry.recordedAt} />
                {before?.reason && <span>· {before.reason}</span>}
              </p>
              <TextChange before={before?.body ?? null} after={revision.body} />
              {before && before.happenedAt !== revision.happenedAt && (
                <p className="mt-1 flex flex-wrap gap-x-1.5 text-sm">
                  {log("timeChanged")}{" "}
                  <del className="text-muted">
                    <DateTime at={before.happenedAt} />
                  </del>{" "}
                  →{" "}
                  <ins className="no-underline">
                    <DateTime at={revision.happenedAt} />
                  </ins>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
