import { expect, test } from "vitest";
import type { PlanProcedure, TriageRow } from "../../runbooks/plan";
import { triageChoices } from "./triage";

const procedure = (id: string, title: string, severity: PlanProcedure["severity"], step: string): PlanProcedure => ({
  id,
  title,
  severity,
  alerts: [],
  within: null,
  phases: [
    {
      kind: "diagnosis",
      order: "any",
      after: null,
      steps: [
        {
          id: step,
          title: step,
          type: "step",
          kind: "read",
          within: null,
          evidence: "optional",
          irreversible: false,
          target: null,
          commands: [],
          expects: [],
          options: [],
          hasUndo: false,
        },
      ],
    },
  ],
});
const row = (symptom: string, severity: TriageRow["severity"], goto: string | null): TriageRow => ({
  symptom,
  severity,
  severityText: "",
  action: `Hacer algo con ${symptom}`,
  goto,
});

test("a symptom proposes its severity and the procedure that its action leads to", () => {
  const here = {
    path: "hotel/emergencias",
    plan: {
      procedures: [procedure("api-caida", "API caída", "SEV1", "ver-logs")],
      checklists: [],
      triages: [
        {
          id: "triaje",
          title: "¿Qué ves?",
          rows: [
            row("Todo caído", "SEV1", "api-caida"),
            row("Errores sueltos", null, "ver-logs"),
            row("Va lento", "SEV3", "hotel/rendimiento#lentitud"),
            row("Otra cosa", null, null),
            row("Enlace roto", "SEV4", "no-existe"),
          ],
        },
      ],
    },
  };
  const there = {
    path: "hotel/rendimiento",
    plan: { procedures: [procedure("lentitud", "Lentitud", "SEV2", "medir")], checklists: [], triages: [] },
  };
  expect(triageChoices([here, there])).toMatchObject([
    { symptom: "Todo caído", severity: "SEV1", runbook: "hotel/emergencias", procedure: "api-caida" },
    { symptom: "Errores sueltos", severity: "SEV1", procedure: "api-caida", procedureTitle: "API caída" },
    { symptom: "Va lento", severity: "SEV3", runbook: "hotel/rendimiento", procedure: "lentitud" },
    { symptom: "Otra cosa", severity: null, runbook: null, procedure: null },
    { symptom: "Enlace roto", severity: "SEV4", runbook: null, procedure: null },
  ]);
});
