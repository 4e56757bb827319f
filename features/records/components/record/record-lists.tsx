import { useTranslations } from "next-intl";
import type { IncidentExport } from "../../export-schema";
import { stamp } from "../../post-mortem/draft/clock";

/** What was to be checked, and what remains to be done. */
export function RecordLists({ record }: { record: Omit<IncidentExport, "entries"> }) {
  const t = useTranslations("records.markdown");
  const { checklists, followUps } = record;
  return (
    <>
      {checklists.length > 0 && (
        <section>
          <h2>{t("checklists")}</h2>
          <ul>
            {checklists.map((item) => (
              <li key={item.id} className="record-entry">
                {item.checkedAt ? "☑" : "☐"} {item.title}: {item.itemTitle}
                {item.checkedAt && ` · ${item.checkedBy ?? ""}, ${stamp(item.checkedAt)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {followUps.length > 0 && (
        <section>
          <h2>{t("followUps")}</h2>
          <ul>
            {followUps.map(({ id, title, ownerName, dueOn, doneAt }) => (
              <li key={id} className="record-entry">
                {doneAt ? "☑" : "☐"} {title} · {ownerName} · {dueOn.slice(0, 10)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
