import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect } from "./fixtures";
import { bearer } from "./people";

/** Publishes a runbook of this test's own, of low criticality, with one procedure `limpiar`. @returns `service/file` */
export async function publishOwn(request: APIRequestContext, steps: string): Promise<string> {
  const path = `agente-hotelero-api/prueba-${randomUUID().slice(0, 8)}`;
  const head = `title: Limpiar la caché\nservice: agente-hotelero-api\nlang: es\nowner: Backend Team\ncriticality: low\n`;
  const text = `---\n${head}---\n\n<Procedure id="limpiar" title="Limpiar la caché">\n\n<Remediation>\n\n${steps}\n\n</Remediation>\n\n</Procedure>\n`;
  const data = { text, baseBlob: null, message: "Runbook de una prueba" };
  const answer = await request.put(`/api/v1/runbooks/${path}`, { headers: bearer("editor"), data });
  expect(answer.status(), await answer.text()).toBe(200);
  return path;
}

/** Starts `limpiar` of that runbook on an incident of its own. */
export async function startOwn(request: APIRequestContext, runbook: string): Promise<{ key: string; runId: string }> {
  const headers = bearer("responder");
  const incident = { title: "Caché corrupta", severity: "SEV3", services: ["agente-hotelero-api"] };
  const { key } = (await (await request.post("/api/v1/incidents", { headers, data: incident })).json()) as {
    key: string;
  };
  const started = await request.post(`/api/v1/incidents/${key}/runs`, {
    headers,
    data: { runbook, procedure: "limpiar" },
  });
  expect(started.status()).toBe(201);
  return { key, runId: ((await started.json()) as { id: string }).id };
}
