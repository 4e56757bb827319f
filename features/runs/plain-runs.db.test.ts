import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import { getRunbook } from "@/features/runbooks/library/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { recordCopy } from "./copies/commands";
import type { RunView } from "./schema";
import { startRun } from "./start/commands";
import { actOnStep } from "./steps/commands";
import { setVariables } from "./variables/commands";

const content = contentFolder();
const plain = (name: string) => readFileSync(`test/fixtures/plain/${name}.md`, "utf8");
beforeAll(() => {
  content.writeText("correo/cola.md", plain("es-cola-de-correo"));
  content.writeText("cluster/kube-pod-crash.md", plain("en-kube-pod-crash"));
});
afterAll(() => content.remove());

const start = async (ctx: Ctx, runbook: string, title: RegExp) => {
  const { key } = await buildIncident(ctx);
  const found = await getRunbook(runbook);
  const procedures = found.kind === "runbook" && found.runbook.outline ? found.runbook.outline.plan.procedures : [];
  const procedure = procedures.find((one) => title.test(one.title))?.id ?? "";
  return { key, run: await startRun(ctx, { key, runbook, procedure }) };
};

/** Completes the step in focus, as often as there is one to work on. */
async function walk(ctx: Ctx, run: RunView): Promise<{ run: RunView; path: string[] }> {
  const path: string[] = [];
  let now = run;
  for (let stepId = now.focus.stepId; stepId && now.focus.stage === "work"; stepId = now.focus.stepId) {
    const step = now.steps.find(({ id }) => id === stepId);
    path.push(step?.title ?? "");
    const input = { runId: run.id, stepId, event: "complete", expectedVersion: step?.version ?? 0 } as const;
    ({ run: now } = await actOnStep(ctx, input));
  }
  return { run: now, path };
}

const told = async (ctx: Ctx, key: string) =>
  (await listEntries(ctx, { key, after: 0, limit: 100 })).entries.map(({ body }) => body).join("\n");

test("a plain runbook in Spanish is run from its diagnosis to its verification, and told", async ({ as }) => {
  const ctx = await as("responder", "Ana Gómez");
  const { key, run } = await start(ctx, "correo/cola", /cola crece/);
  expect(run.steps.map(({ phase }) => phase)).toEqual([
    "diagnosis",
    "diagnosis",
    "remediation",
    "remediation",
    "remediation",
    "verification",
    "verification",
  ]);
  const command = "qshape deferred | head -20";
  await recordCopy(ctx, { runId: run.id, stepId: "cuenta-los-mensajes-por-destino", command, lang: "bash" });
  const { run: after, path } = await walk(ctx, run);
  expect(path.at(0)).toBe("Cuenta los mensajes por destino");
  expect(path.at(-1)).toMatch(/^Un correo de prueba/);
  expect(after.status).toBe("recovered");
  const log = await told(ctx, key);
  for (const words of [command, "Pausa los envíos masivos desde el panel", "recuperado"]) expect(log).toContain(words);
});

test("a plain runbook in English is run with its placeholders filled in, and completed", async ({ as }) => {
  const ctx = { ...(await as("responder", "Luis Ortega")), locale: "en" as const };
  const { key, run } = await start(ctx, "cluster/kube-pod-crash", /KubePodCrashLooping/);
  expect(run.declared.map(({ name }) => name)).toEqual(["namespace", "pod", "deployment"]);
  const variables = { namespace: "shop", pod: "cart-7f9", deployment: "cart" };
  await setVariables(ctx, { runId: run.id, variables });
  const { run: worked, path } = await walk(ctx, run);
  expect(path).toEqual([
    "Look at the last state of the pod",
    "Read what it said before it died",
    "Roll the deployment back",
    "Give it more memory if it was killed for it",
  ]);
  expect(worked.status).toBe("completed");
  expect(await told(ctx, key)).toContain("Roll the deployment back");
});
