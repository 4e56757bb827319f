import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildPlan } from "./build-plan";
import { gate } from "./gate";

function planOf(source: string) {
  const { runbook, problems } = gate({ file: "x.md", path: "svc/x", format: "md", source });
  if (!runbook) throw new Error(problems.map((entry) => entry.message).join("\n"));
  const procedures = buildPlan(runbook).procedures.map(({ title, phases }) => ({
    title,
    phases: phases.map(({ kind, steps }) => [kind, steps.map((step) => step.title)]),
  }));
  return procedures;
}

test("headings with something to run are procedures, and bold labels name their phases", () => {
  const source =
    "# Guía\n\n## API caída\n\n**Síntomas**:\n- 500\n\n**Diagnóstico**:\n\n```bash\n# Ver logs\ndocker logs api\n```\n\n**Solución**:\n\n1. Reiniciar\n2. Esperar 10 s\n\n## Notas\n\nNada que hacer.\n";
  expect(planOf(source)).toEqual([
    {
      title: "API caída",
      phases: [
        ["diagnosis", ["Ver logs"]],
        ["remediation", ["Reiniciar", "Esperar 10 s"]],
      ],
    },
  ]);
});

test("parts right under the title make one procedure, named after the page", () => {
  const source =
    "# KubePodCrashLooping\n\n## Meaning\n\nPod is crashing.\n\n## Diagnosis\n\n- Look at the pod:\n\n  ```shell\n  kubectl describe pod <pod>\n  ```\n\n## Mitigation\n\n1. Roll back\n";
  expect(planOf(source)).toEqual([
    {
      title: "KubePodCrashLooping",
      phases: [
        ["diagnosis", ["Look at the pod"]],
        ["remediation", ["Roll back"]],
      ],
    },
  ]);
});

test("task lists are steps; tables of contents, plain lists and causes are not", () => {
  const source =
    "## Índice\n\n1. [Uno](#uno)\n2. [Dos](#dos)\n\n## Uno\n\n- [ ] Primero\n- [x] Segundo\n\n### Causas\n\n1. Disco lleno\n\n## Dos\n\n- viñeta\n";
  expect(planOf(source)).toEqual([{ title: "Uno", phases: [["steps", ["Primero", "Segundo"]]] }]);
});

test("a numbered list broken by fences stays one step per number", () => {
  const source =
    "## Servicio no inicia\n\n1. **Puerto ocupado**:\n```bash\nlsof -i\n```\n\n2. **Memoria**:\n```bash\nfree\n```\n";
  expect(planOf(source)).toEqual([{ title: "Servicio no inicia", phases: [["steps", ["Puerto ocupado", "Memoria"]]] }]);
});

test("the wrapped text stays as it was written", () => {
  const source = "## A\n\n1. uno `x`\n\n   ```bash\n   ls\n   ```\n";
  const { runbook } = gate({ file: "x.md", path: "svc/x", format: "md", source });
  expect(JSON.stringify(runbook?.tree)).toContain('"value":"x"');
  expect(JSON.stringify(runbook?.tree)).toContain('"value":"ls"');
});

test.each([
  ["agente-hotelero-api", "Escenario 2: Circuit Breaker Abierto (PMS No Accesible)"],
  ["blatam-kv-cache", "Servicio No Inicia"],
  ["preventia-news", "Queries Lentos"],
  ["qaframework-railway", "3. Database Connection Refused"],
  ["whatsapp-chatbot", "6) Redis no responde"],
])("the guide %s runs as it is", (name, title) => {
  const source = readFileSync(`test/fixtures/guides/${name}.md`, "utf8");
  const found = planOf(source).find((procedure) => procedure.title === title);
  expect(found?.phases.some(([kind]) => kind === "diagnosis")).toBe(true);
});
