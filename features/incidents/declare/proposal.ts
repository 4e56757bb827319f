import type { Severity } from "@/lib/severity";
import type { DeclarableService } from "../library/service-info";
import type { TriageChoice } from "./triage";

/** What the address of the declare page brings with it. */
export type Prefill = {
  service: string | null;
  title: string | null;
  severity: Severity | null;
  runbook: string | null;
  procedure: string | null;
};

export type ChosenProcedure = { runbook: string; id: string; title: string; severity: Severity | null };

/** Longest title that is written for somebody. */
const titleLength = 120;

/** The title for what was chosen or typed: the symptom, else the first line of the text, else the service. Null when nothing is known. */
export function proposedTitle(
  symptom: string | null,
  details: string,
  procedure: ChosenProcedure | null,
): string | null {
  const line = details.trim().split("\n")[0]?.trim() ?? "";
  const text = symptom ?? (line || procedure?.title || "");
  if (text === "") return null;
  return text.length <= titleLength ? text : `${text.slice(0, titleLength - 1).trimEnd()}…`;
}

/** The procedure that a triage row leads to. */
export const procedureOf = (choice: TriageChoice): ChosenProcedure | null =>
  choice.runbook && choice.procedure
    ? {
        runbook: choice.runbook,
        id: choice.procedure,
        title: choice.procedureTitle ?? choice.procedure,
        severity: choice.severity,
      }
    : null;

/** The procedure that an address names, as its service knows it. */
export function prefilledProcedure(services: DeclarableService[], prefill: Prefill): ChosenProcedure | null {
  const { runbook, procedure } = prefill;
  if (!runbook || !procedure) return null;
  const known = services
    .flatMap((service) => service.procedures)
    .find((each) => each.runbook === runbook && each.id === procedure);
  return known ?? { runbook, id: procedure, title: procedure, severity: null };
}
