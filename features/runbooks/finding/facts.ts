import type { SearchSection } from "../artifact";
import type { ReadableRunbook } from "../library/runbook";
import { reviewOf } from "../review";
import type { RunbookFacts } from "./answer";

/** @param now decides what is overdue */
export function factsOf({ outline: { frontMatter } }: ReadableRunbook, now: Date): RunbookFacts {
  const { lang, owner, criticality, reviewed } = frontMatter;
  return { lang, owner, criticality, reviewed, ...reviewOf(frontMatter, now) };
}

/** The procedure that is started for a section: itself, or the one that its step belongs to. */
export function procedureOf({ outline: { plan } }: ReadableRunbook, anchor: SearchSection["anchor"]): string | null {
  const holds = plan.procedures.find(
    ({ id, phases }) => id === anchor || phases.some(({ steps }) => steps.some((step) => step.id === anchor)),
  );
  return holds?.id ?? null;
}
