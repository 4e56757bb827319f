import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { keyOf } from "@/features/incidents/key";
import type { IncidentExport } from "../../export-schema";
import { startOf } from "../../post-mortem/draft/impact-part";
import type { recordPart } from "../../record-part";
import { PrintButton } from "./print-button";
import { RecordBody } from "./record-body";
import { RecordEntry } from "./record-entry";
import { RecordFacts } from "./record-facts";
import { RecordLists } from "./record-lists";
import { RecordRun } from "./record-run";

type Props = { record: Omit<IncidentExport, "entries">; timeline: ReturnType<typeof recordPart> };

/** The whole record of an incident as a document to print: facts, who was what, the timeline in full, what was run, what remains. */
export function RecordDocument({ record, timeline }: Props) {
  const t = useTranslations("postMortems.record");
  const replay = useTranslations("incidents.past.replay");
  const { incident, runs } = record;
  const { part, parts, from, shown, total } = timeline;
  const key = keyOf(incident.number);
  const at = (to: number) => `/incidents/${key}/record?part=${to}`;
  return (
    <article className="record mx-auto max-w-[80ch]">
      {/* Whose record it is, at the foot of every page (CSS Paged Media 3): letters of the key alone, so nothing can break out. */}
      <style>{`@page { @bottom-left { content: "${key}"; } }`}</style>
      <nav className="mb-6 flex flex-wrap items-center gap-3 print:hidden">
        <PageLink className="text-accent underline" href={`/incidents/${key}`}>
          {t("back", { key })}
        </PageLink>
        <PageLink className="text-accent underline" href={`/incidents/${key}/replay`}>
          {replay("open")}
        </PageLink>
        <span className="flex-1" />
        {part > 1 && <ButtonLink href={at(part - 1)}>{t("previous")}</ButtonLink>}
        {part < parts && <ButtonLink href={at(part + 1)}>{t("next")}</ButtonLink>}
        <PrintButton />
      </nav>
      <h1 className="text-2xl font-semibold wrap-anywhere">
        {key} · {incident.title}
      </h1>
      {parts > 1 && (
        <p className="text-muted">{t("part", { part, parts, from: from + 1, to: from + shown.length, total })}</p>
      )}
      {part === 1 && (
        <>
          <RecordFacts record={record} />
          {incident.summary && (
            <section>
              <h2>{t("summary")}</h2>
              <RecordBody body={incident.summary} />
            </section>
          )}
          {incident.rootCause && (
            <section>
              <h2>{t("rootCause")}</h2>
              <RecordBody body={incident.rootCause} />
            </section>
          )}
        </>
      )}
      <section>
        <h2>{t("timeline")}</h2>
        <ol>
          {shown.map((entry) => (
            <RecordEntry key={entry.id} entry={entry} start={startOf(incident)} />
          ))}
        </ol>
      </section>
      {part === parts && (
        <>
          {runs.length > 0 && (
            <section>
              <h2>{t("runs")}</h2>
              {runs.map((run) => (
                <RecordRun key={run.id} run={run} />
              ))}
            </section>
          )}
          <RecordLists record={record} />
        </>
      )}
    </article>
  );
}
