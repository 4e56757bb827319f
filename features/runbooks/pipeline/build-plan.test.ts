import { expect, test } from "vitest";
import { exampleRunbook } from "@/test/runbook-example";
import { buildOutline } from "./build-outline";
import { gate } from "./gate";

function outline(source: string, format: "mdx" | "md" = "mdx") {
  const { problems, runbook } = gate({ file: "x", path: "agente/emergencias", format, source });
  if (!runbook) throw new Error(problems.map((entry) => entry.message).join("\n"));
  return buildOutline(runbook, problems);
}

const { plan, variables, toc, sections } = outline(exampleRunbook);

test("a procedure keeps its severity, alerts, budget and phases", () => {
  expect(plan.procedures).toHaveLength(1);
  expect(plan.procedures[0]).toMatchObject({
    id: "api-no-responde",
    severity: "SEV1",
    alerts: ["HighErrorRate", "ApiDown"],
    within: 600,
  });
  expect(plan.procedures[0]?.phases.map(({ kind, order, after }) => [kind, order, after])).toEqual([
    ["diagnosis", "any", null],
    ["remediation", "sequence", null],
    ["escalation", "sequence", 300],
  ]);
});

test("a decision inside a step becomes the row after it", () => {
  const rows = plan.procedures[0]?.phases[0]?.steps ?? [];
  expect(rows.map((row) => [row.id, row.type])).toEqual([
    ["api-logs", "step"],
    ["que-error", "decision"],
  ]);
  expect(rows[0]).toMatchObject({
    evidence: "required",
    options: [],
    commands: [{ lang: "bash", placeholders: ["container"] }],
  });
  expect(rows[1]?.options).toEqual([
    { label: "Connection refused", goto: "restart-api", outcome: null },
    { label: "Ninguno", goto: null, outcome: "escalate" },
  ]);
});

test("a change step carries its target, budget, check and way back", () => {
  const step = plan.procedures[0]?.phases[1]?.steps[0];
  expect(step).toMatchObject({
    kind: "change",
    within: 30,
    target: "agente-api-prod",
    irreversible: false,
    hasUndo: true,
  });
  expect(step?.expects[0]?.matches).toBe('"status": *"(ready|healthy)"');
  expect(step?.commands.map((command) => command.placeholders)).toEqual([[], ["API_URL", "ADMIN_TOKEN"]]);
});

test("a checklist made of a list has one item per line of it", () => {
  expect(plan.checklists).toEqual([
    {
      id: "al-cerrar",
      title: "Antes de cerrar",
      when: "close",
      within: 900,
      items: [
        { id: "salud-general-verde", title: "Salud general verde" },
        { id: "post-mortem-creado", title: "Post-mortem creado" },
      ],
    },
  ]);
});

test("a triage table proposes severities and procedures", () => {
  expect(plan.triages[0]?.rows).toEqual([
    {
      symptom: "API caída",
      severity: "SEV1",
      severityText: "🔴 CRÍTICA",
      action: "Reiniciar",
      goto: "api-no-responde",
    },
    { symptom: "API lenta", severity: "SEV3", severityText: "🟡 MEDIA", action: "Mirar Grafana", goto: null },
  ]);
});

test("declared variables come first, found ones after", () => {
  expect(variables).toEqual([
    {
      name: "API_URL",
      label: "URL de la API",
      default: "http://localhost:8002",
      secret: false,
      from: "instance",
      pattern: null,
    },
    { name: "ADMIN_TOKEN", label: null, default: null, secret: true, from: null, pattern: null },
    { name: "container", label: null, default: null, secret: false, from: null, pattern: null },
  ]);
});

test("the contents list headings, blocks and steps by depth", () => {
  expect(toc.map(({ id, depth, kind }) => [id, depth, kind])).toEqual([
    ["emergencias", 1, "heading"],
    ["api-no-responde", 2, "procedure"],
    ["api-logs", 3, "step"],
    ["restart-api", 3, "step"],
    ["al-cerrar", 2, "checklist"],
    ["salud-general-verde", 3, "step"],
    ["post-mortem-creado", 3, "step"],
    ["que-ves", 2, "triage"],
  ]);
});

test("symptoms, causes and commands are told apart for search", () => {
  const procedure = sections.find((section) => section.anchor === "api-no-responde");
  expect(procedure).toMatchObject({
    kind: "procedure",
    causes: "Un despliegue reciente.",
    alerts: "HighErrorRate, ApiDown",
  });
  expect(procedure?.symptoms).toContain("error_rate > 10%");
  expect(procedure?.commands).toContain("docker restart agente-api-prod");
  expect(sections.find((section) => section.anchor === "restart-api")?.parent).toBe("api-no-responde");
});

test("a fence marked norun is no command, and neither is the one of an Undo", () => {
  const body =
    '<Procedure id="p" title="P">\n\n<Step id="s" title="S">\n\n```bash norun\na <b>\n```\n\n<Undo>\n\n```bash\nc\n```\n\n</Undo>\n\n</Step>\n\n</Procedure>\n';
  const made = outline(`---\ntitle: T\nservice: agente\nlang: es\nowner: O\n---\n\n${body}`);
  expect(made.plan.procedures[0]?.phases[0]?.steps[0]?.commands).toEqual([]);
  expect(made.variables).toEqual([]);
});
