import { severities } from "@/lib/severity";
import type { SearchSection } from "../artifact";
import type { ReadableRunbook } from "../library/runbook";
import { reviewOf } from "../review";
import { criticalities } from "../schema";
import type { KnownValues, Traits } from "../search/filters";
import type { RunbookFacts } from "./answer";

/** @param now decides what is overdue */
export function factsOf({ outline: { frontMatter } }: ReadableRunbook, now: Date): RunbookFacts {
  const { lang, owner, criticality, reviewed } = frontMatter;
  const { dueOn, overdueSince } = reviewOf(frontMatter, now);
  return { lang, owner, criticality, reviewed, dueOn, overdueSince };
}

/** The procedure that is started for a section: itself, or the one around its step. */
export function procedureOf(
  { facts }: Pick<ReadableRunbook, "facts">,
  { anchor, parent }: Pick<SearchSection, "anchor" | "parent">,
): string | null {
  return facts.procedures.find(({ id }) => id === (parent ?? anchor))?.id ?? null;
}

/** What filters look at in a runbook. */
export function traitsOf({ service, outline, facts }: ReadableRunbook): Traits {
  const { owner, lang, criticality } = outline.frontMatter;
  return { service, owner, lang, criticality, severities: facts.procedures.flatMap(({ severity }) => severity ?? []) };
}

/** The values that there are to filter by. */
export function knownValues(runbooks: Iterable<ReadableRunbook>): KnownValues {
  const known = { service: new Set<string>(), lang: new Set<string>(), owner: new Set<string>() };
  for (const { service, outline } of runbooks) {
    known.service.add(service);
    known.lang.add(outline.frontMatter.lang);
    known.owner.add(outline.frontMatter.owner);
  }
  const sorted = (values: Set<string>) => [...values].sort();
  return {
    service: sorted(known.service),
    sev: [...criticalities, ...severities],
    lang: sorted(known.lang),
    owner: sorted(known.owner),
  };
}
