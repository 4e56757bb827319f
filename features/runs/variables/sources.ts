import { keyOf } from "@/features/incidents/key";
import { matchesWhole } from "@/features/runbooks/pipeline/pattern";
import type { Variable } from "@/features/runbooks/plan";
import type { Severity } from "@/lib/severity";
import type { GivenValue, KeptValues } from "./values";

/** What an incident can fill in. */
export type SourceIncident = {
  number: number;
  title: string;
  severity: Severity;
  services: string[];
  labels: unknown;
} | null;

/** What `from: incident.…` may name; the rest are labels of its alert. */
const fields: Record<string, (incident: NonNullable<SourceIncident>, service: string) => string | undefined> = {
  "incident.key": ({ number }) => keyOf(number),
  "incident.title": ({ title }) => title,
  "incident.severity": ({ severity }) => severity,
  // The runbook's own, where the incident has several.
  "incident.service": ({ services }, service) => (services.includes(service) ? service : services[0]),
};

/**
 * The values that a run starts with, to be recorded with it: from the alert's labels, else from the incident, else the default.
 * Secrets get none, and a value that lacks the form asked for is no value.
 * @param runbook `service/file`
 */
export function valuesAtStart(variables: Variable[], incident: SourceIncident, runbook: string): KeptValues {
  return Object.fromEntries(
    variables.flatMap((variable): [string, KeptValues[string]][] => {
      const given = variable.secret ? null : givenTo(variable, incident, runbook);
      return given ? [[variable.name, { hand: null, given, version: 1 }]] : [];
    }),
  );
}

function givenTo(variable: Variable, incident: SourceIncident, runbook: string): GivenValue | null {
  const { from, pattern, default: value } = variable;
  const fits = (found: string | undefined | null): found is string =>
    Boolean(found?.trim()) && !found?.includes("\0") && (!pattern || matchesWhole(pattern, found ?? ""));
  if (from !== null && incident) {
    const field = fields[from];
    const labels = (incident.labels ?? {}) as Record<string, string>;
    const found = field ? field(incident, runbook.split("/")[0] ?? "") : Object.hasOwn(labels, from) && labels[from];
    if (found !== false && fits(found)) return { value: found, source: field ? "incident" : "label", detail: from };
  }
  return fits(value) ? { value, source: "default", detail: null } : null;
}
