import type { SectionKind } from "../artifact";
import { besideOf } from "./beside";
import { namedBy, namesOf } from "./named";
import type { QueryTerm } from "./query-terms";
import { hashesIn, kindOf } from "./section-record";
import { chunkWith, type SectionStore } from "./section-store";

/** How the words of a query stand in a section, by its number: what the index does not know. */
export type Weigh = (id: number) => number;

const kindWeight: Record<SectionKind, number> = {
  procedure: 1.1,
  checklist: 1,
  triage: 1,
  step: 0.95,
  section: 1,
  page: 0.9,
};
const gains = { title: 0.5, page: 0.4 } as const;

/**
 * A section is worth more when it has the words side by side, and when its title, or that of its runbook or the name of the
 * file, is about them and little else. Looked up in the records as they lie in memory.
 */
export function weighing(store: SectionStore, query: string, terms: QueryTerm[]): Weigh {
  const beside = besideOf(query);
  const named = namedBy(terms);
  return (id) => {
    const runbook = store.runbooks[store.runbookOf[id] as number];
    if (!runbook) return 0;
    const bytes = chunkWith(store, id);
    const start = store.startOf[id] as number;
    const places = hashesIn(bytes, start);
    const { page, file } = namesOf(runbook);
    const byTitle = gains.title * named(bytes, places.names, places.titleWords);
    const byPage = gains.page * Math.max(named(page, 0, page.length), named(file, 0, file.length));
    return kindWeight[kindOf(bytes, start)] * (1 + beside(bytes, places) + byTitle + byPage);
  };
}
