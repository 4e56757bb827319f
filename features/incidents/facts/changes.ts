import type { IncidentRow } from "../incident-view";
import type { PatchIncident } from "../schema";

export const correctable = [
  "title",
  "summary",
  "services",
  "kind",
  "rootCause",
  "impactStartedAt",
  "acknowledgedAt",
  "mitigatedAt",
  "resolvedAt",
  "nextUpdateDueAt",
] as const satisfies (keyof IncidentRow & keyof PatchIncident)[];

export type Fact = (typeof correctable)[number];
export type FactChanges = Partial<Record<Fact, { from: unknown; to: unknown }>>;

/** The facts that a patch really changes, before and after. Times are ISO 8601. */
export function factChanges(incident: Pick<IncidentRow, Fact>, patch: Partial<Pick<PatchIncident, Fact>>): FactChanges {
  return Object.fromEntries(
    correctable.flatMap((fact) => {
      if (patch[fact] === undefined) return [];
      const [from, to] = [plain(incident[fact]), plain(patch[fact])];
      return JSON.stringify(from) === JSON.stringify(to) ? [] : [[fact, { from, to }]];
    }),
  );
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** The changes as lines of Markdown, for readers of the API. */
export const changeLines = (changes: FactChanges): string =>
  Object.entries(changes)
    .map(([fact, { to }]) => `${fact}: ${Array.isArray(to) ? to.join(", ") : (to ?? "—")}`)
    .join("\n\n");
