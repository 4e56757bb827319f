"use client";
import Link from "next/link";
import { useEffect, useState } from "react";
import { Marked } from "@/components/ui/marked";
import { SeverityMark } from "@/components/ui/severity-mark";
import { call } from "@/lib/http/client";
import type { FoundIncident, IncidentSearchPage } from "../../search/schema";

type Props = { q: string; title: string; all: string };

/**
 * The best three past incidents beside the runbooks that answer, asked for when the page is there: the runbooks never wait for
 * the database. Its place, beside them or below, stays empty unless there is something to show.
 */
export function PastIncidents({ q, title, all }: Props) {
  const [found, setFound] = useState<FoundIncident[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const address = `/api/v1/incident-search?limit=3&q=${encodeURIComponent(q)}`;
    void call<IncidentSearchPage>("GET", address, undefined, abort.signal).then((answer) => {
      if (answer.ok && answer.value.complete && !abort.signal.aborted) setFound(answer.value.incidents);
    });
    return () => abort.abort();
  }, [q]);
  if (found.length === 0) return null;
  return (
    <section
      aria-labelledby="past-incidents"
      className="mt-2 self-start rounded border border-line bg-surface px-3 py-2"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="past-incidents" className="flex-1 text-sm font-semibold whitespace-nowrap">
          {title}
        </h2>
        <Link href={`/incidents?q=${encodeURIComponent(q)}`} prefetch={false} className="text-sm text-accent underline">
          {all}
        </Link>
      </div>
      <ul className="mt-1">
        {found.map((incident) => (
          <li key={incident.id} className="flex gap-3 py-1 text-sm">
            <SeverityMark severity={incident.severity} className="w-14 shrink-0" />
            <div className="min-w-0 flex-1">
              <Link href={answerHref(incident)} prefetch={false} className="font-medium wrap-anywhere hover:underline">
                <span className="mr-2 font-mono font-normal text-muted">{incident.key}</span>
                <Marked text={incident.title} matches={incident.titleMatches} />
              </Link>
              <Answer incident={incident} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The root cause when it answers, or else the best entry. */
function Answer({ incident: { cause, entries } }: { incident: FoundIncident }) {
  const answer = cause ?? entries[0];
  if (!answer?.snippet) return null;
  return (
    <p className="line-clamp-2 text-muted wrap-anywhere">
      <Marked text={answer.snippet} matches={answer.matches} />
    </p>
  );
}

const answerHref = ({ key, titleMatches, cause, entries }: FoundIncident) =>
  titleMatches.length === 0 && !cause && entries[0] ? `/incidents/${key}#entry-${entries[0].seq}` : `/incidents/${key}`;
