import { useTranslations } from "next-intl";
import type { EntryRecord } from "../../export-schema";
import { sinceStart, stamp } from "../../post-mortem/draft/clock";
import { lateAfter } from "../../post-mortem/draft/timeline-part";
import { RecordBody } from "./record-body";

/** One entry of a printed timeline: when by both clocks, who, what; a correction or retraction says so. */
export function RecordEntry({ entry, start }: { entry: EntryRecord; start: string }) {
  const t = useTranslations("records.markdown");
  const kind = useTranslations("incidents.timeline.kind");
  const { happenedAt, recordedAt, revision, retractedAt, retractedBy, retractReason } = entry;
  const late = (Date.parse(recordedAt) - Date.parse(happenedAt)) / 1_000 > lateAfter;
  const marks = [
    late && t("late", { time: stamp(recordedAt) }),
    revision > 0 && t("corrected", { count: revision }),
    retractedAt && t("retracted", { by: retractedBy ?? "", reason: retractReason ?? "" }),
  ].filter(Boolean);
  return (
    <li className="record-entry">
      <p>
        <strong>{stamp(happenedAt)}</strong> <span className="text-muted">{sinceStart(start, happenedAt)}</span> ·{" "}
        {entry.actorName} · {kind(entry.kind)}
        {marks.length > 0 && <em> · {marks.join(" · ")}</em>}
      </p>
      {entry.body && (
        <div className={retractedAt ? "line-through" : undefined}>
          <RecordBody body={entry.body} />
        </div>
      )}
    </li>
  );
}
