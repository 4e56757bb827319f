"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { DateTime } from "@/components/ui/time";
import { call } from "@/lib/http/client";
import type { EntryView, RevisionView } from "../../timeline/schema";
import { useLiveIncident } from "../view/live-incident";

/** Every text that an entry has had, the newest first. */
export function HistoryDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const t = useTranslations("incidents.timeline");
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
        {revisions?.map((revision) => (
          <li key={revision.revision}>
            <h3 className="flex flex-wrap gap-x-2 text-sm font-medium">
              {revision.replacedAt ? t("historyBefore", { number: revision.revision + 1 }) : t("historyNow")}
              <span className="font-normal text-muted">
                <DateTime at={revision.happenedAt} />
              </span>
            </h3>
            <pre className="mt-1 max-h-60 overflow-auto rounded border border-line bg-raised p-2 text-sm whitespace-pre-wrap">
              {revision.body}
            </pre>
            {revision.replacedAt && (
              <p className="mt-1 text-sm text-muted">
                {t("historyReplaced", { name: revision.replacedBy ?? "" })} <DateTime at={revision.replacedAt} />
                {revision.reason && ` · ${revision.reason}`}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
