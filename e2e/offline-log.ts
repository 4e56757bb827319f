import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect } from "./fixtures";

export const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);

/** The first steps of `api-no-responde`, which only look. */
export const steps = ["Verificar logs recientes", "Verificar dependencias", "Revisar recursos (memoria/CPU)"];
const next = [...steps.slice(1), "Reiniciar solo el container"];

export type Log = { key: string; incident: string; run: string; runId: string };

/** An incident with a run of that procedure. @param headers of whoever may write */
export async function beginLog(request: APIRequestContext, headers: Record<string, string>, base = ""): Promise<Log> {
  const data = { title: "API caída", severity: "SEV1", services: ["agente-hotelero-api"] };
  const { key } = (await (await request.post(`${base}/api/v1/incidents`, { headers, data })).json()) as { key: string };
  const procedure = { runbook: "agente-hotelero-api/emergencias", procedure: "api-no-responde" };
  const started = await request.post(`${base}/api/v1/incidents/${key}/runs`, { headers, data: procedure });
  expect(started.status()).toBe(201);
  const { id } = (await started.json()) as { id: string };
  return { key, incident: `${base}/incidents/${key}`, run: `${base}/incidents/${key}/runs/${id}`, runId: id };
}

export const onStep = (page: Page, title: string) =>
  expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();

export async function press(page: Page, info: TestInfo, name: string): Promise<void> {
  const answers = page.getByRole("group", { name: wordsOf(info).runs.step.answers });
  await answers.getByRole("button", { name, exact: true }).click();
}

export async function write(page: Page, info: TestInfo, line: string): Promise<void> {
  const t = wordsOf(info).incidents.composer;
  await page.getByLabel(t.label).fill(line);
  await page.getByRole("button", { name: t.send, exact: true }).click();
  await expect(page.getByLabel(t.label)).toHaveValue("");
}

/** Something that was done, and between which two moments. */
export type Done = { what: string; from: number; to: number };

/** Ten entries on one tab and three steps on another, in turns, as one person does them in front of two screens. */
export async function writeThirteen(log: Page, run: Page, info: TestInfo): Promise<Done[]> {
  const done: Done[] = [];
  const doing = async (what: string, work: () => Promise<void>) => {
    const from = Date.now();
    await work();
    done.push({ what, from, to: Date.now() });
  };
  for (let n = 1; n <= 10; n++) {
    await doing(`entrada ${n}.`, async () => {
      await write(log, info, `entrada ${n}.`);
      // It is kept once it is seen: what another tab does then comes after it.
      await expect(log.getByText(`entrada ${n}.`, { exact: true })).toBeVisible();
    });
    const step = [2, 5, 8].indexOf(n);
    if (step === -1) continue;
    await doing(steps[step] ?? "", async () => {
      await press(run, info, wordsOf(info).runs.step.plain.complete);
      await onStep(run, next[step] ?? "");
    });
  }
  return done;
}

type Told = {
  kind: string;
  body: string;
  happenedAt: string;
  recordedAt: string;
  data: { title?: string; action?: string };
};

/** What the timeline tells of those thirteen, by number. */
async function toldOf(request: APIRequestContext, path: string, headers: Record<string, string>): Promise<Told[]> {
  const answer = await request.get(`${path}?limit=200`, { headers });
  const { entries } = (await answer.json()) as { entries: Told[] };
  return entries.filter(
    ({ kind, body, data }) => /^entrada \d+\.$/.test(body) || (kind === "step" && data.action === "complete"),
  );
}

/** All of them are there, once, in order, as having happened when they did. */
export async function expectThirteen(
  request: APIRequestContext,
  { key }: Log,
  headers: Record<string, string>,
  done: Done[],
  base = "",
): Promise<void> {
  const path = `${base}/api/v1/incidents/${key}/timeline`;
  const what = async () => (await toldOf(request, path, headers)).map(({ body, data }) => data.title ?? body);
  await expect.poll(what, { timeout: 30_000 }).toEqual(done.map((one) => one.what));
  const late = Math.max(...done.map(({ to }) => to));
  for (const [index, { happenedAt, recordedAt }] of (await toldOf(request, path, headers)).entries()) {
    const at = Date.parse(happenedAt);
    expect(at).toBeGreaterThanOrEqual(done[index]?.from ?? Number.POSITIVE_INFINITY);
    expect(at).toBeLessThanOrEqual(done[index]?.to ?? 0);
    expect(Date.parse(recordedAt)).toBeGreaterThan(late);
  }
}

/** The line that says how much waits in this browser. */
export const strip = (page: Page, count: number) =>
  page.getByRole("status").filter({ hasText: new RegExp(`${count} (por enviar|to send)`) });
