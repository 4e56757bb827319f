import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { exclusively } from "./exclusively";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const path = "relojes/limites";
const text = `---
title: Límites cortos
service: relojes
lang: es
owner: Equipo
contacts:
  - { name: Guardia de plataforma, channel: "#plataforma", for: [SEV1, SEV2] }
  - { name: Equipo de producto, channel: "#producto", for: [SEV4] }
---

<Checklist id="recuperacion" title="Después de recuperar" when="recovery">
- Avisar al equipo
</Checklist>

<Procedure id="cola-parada" title="La cola está parada" severity="SEV2">
<Diagnosis>
<Step id="mirar" title="Mirar la cola" within="2s" />
</Diagnosis>
<Remediation>
<Step id="reiniciar" title="Reiniciar el consumidor" kind="change" target="consumidor">
<Expect>La cola baja.</Expect>
<Undo>No hace falta.</Undo>
</Step>
</Remediation>
</Procedure>

<Procedure id="cola-llena" title="La cola está llena" severity="SEV2">
<Remediation>
<Step id="vaciar" title="Vaciar la cola" />
</Remediation>
<Escalation after="3s">

- Llamar a la guardia

</Escalation>
</Procedure>

<Procedure id="cola-lenta" title="La cola va lenta" severity="SEV2">
<Remediation>
<Step id="ampliar" title="Ampliar la cola" within="1s" />
</Remediation>
<Escalation after="2s">

- Llamar a la guardia

</Escalation>
</Procedure>
`;

test.beforeAll(async ({ request }) => {
  await exclusively("limites", async () => {
    const at = `/api/v1/runbooks/${path}`;
    if ((await request.get(at, { headers: bearer("editor") })).ok()) return;
    const data = { text, baseBlob: null, message: "Límites cortos" };
    expect((await request.put(at, { headers: bearer("editor"), data })).ok()).toBe(true);
  });
});

/** A run of the procedure on an incident of its own. */
async function started(request: APIRequestContext, procedure: string) {
  const headers = bearer("responder");
  const incident = { title: "La cola no avanza", severity: "SEV2", services: ["relojes"] };
  const { key } = await (await request.post("/api/v1/incidents", { headers, data: incident })).json();
  const at = `/api/v1/incidents/${key}`;
  const { id } = await (await request.post(`${at}/runs`, { headers, data: { runbook: path, procedure } })).json();
  const act = async (stepId: string, event: string, expectedVersion: number) =>
    expect(
      (await request.post(`/api/v1/runs/${id}/steps/${stepId}`, { headers, data: { event, expectedVersion } })).ok(),
    ).toBe(true);
  const move = (to: string, reason?: string) => request.post(`${at}/status`, { headers, data: { to, reason } });
  const told = async (event: string) => {
    const { entries } = (await (await request.get(`${at}/timeline?limit=500`, { headers })).json()) as {
      entries: { data: { event?: string }; source: string; actor: { name: string } }[];
    };
    return entries.filter(({ data }) => data.event === event).map(({ source, actor }) => `${source}: ${actor.name}`);
  };
  return { key: key as string, page: `/incidents/${key}/runs/${id}`, act, move, told };
}

/** Counts the notes that the page plays. */
async function countNotes(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as typeof window & { notes: number };
    counted.notes = 0;
    const { start } = AudioScheduledSourceNode.prototype;
    AudioScheduledSourceNode.prototype.start = function (when) {
      counted.notes += 1;
      start.call(this, when);
    };
  });
  return () => page.evaluate(() => (window as typeof window & { notes: number }).notes);
}

test("a step over its limit is seen, heard and told, with whom to call and what to tell them", async ({
  page,
  context,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const run = await started(request, "cola-parada");
  const notes = await countNotes(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, "responder");
  await page.goto(run.page);
  const sound = page.getByRole("switch", { name: runs.clocks.sound.label });
  await expect(sound).toHaveAttribute("aria-checked", "false");
  await sound.click();
  await expect(sound).toHaveAttribute("aria-checked", "true");
  await expect.poll(notes).toBe(2);

  await run.act("mirar", "start", 1);
  const reached = page.getByRole("region", { name: runs.clocks.label });
  await expect(reached).toContainText("Mirar la cola");
  await expect(page).toHaveTitle(/^⏰ /);
  await expect.poll(notes).toBe(4);
  await expect(page.getByRole("heading", { name: runs.clocks.help.title })).toBeVisible();
  const toCall = page.getByRole("region", { name: runs.clocks.contacts.first.replace("{severity}", "SEV2") });
  await expect(toCall.getByRole("listitem")).toHaveText(/Guardia de plataforma/);
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: runs.handOver.copy }).click();
  await expect(page.getByRole("button", { name: runs.handOver.copied })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const words of [run.key, "Mirar la cola", runs.handOver.section.next, `${run.page}\n`]) {
    expect(copied).toContain(words);
  }
  await expect.poll(() => run.told("run-limit")).toEqual(["system: Bitácora"]);

  await reached.getByRole("button", { name: runs.clocks.moreFor.replace("{title}", "Mirar la cola") }).click();
  await expect(reached).toBeEmpty();
  await expect(page).not.toHaveTitle(/^⏰/);
  await expect(page.getByText("/ 5:")).toBeVisible();
  expect(await run.told("run-limit-extended")).toHaveLength(1);
  await page.reload();
  await expect(sound).toHaveAttribute("aria-checked", "true");
  await expect(page.getByText("/ 5:")).toBeVisible();
});

test("when it is time to escalate, every screen says so, also one that is opened later", async ({
  page,
  context,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const run = await started(request, "cola-llena");
  await signIn(page, "responder");
  await page.goto(run.page);
  const reached = page.getByRole("region", { name: runs.clocks.label });
  await expect(reached).toContainText("0:03");
  await expect(page.getByRole("heading", { name: runs.escalation.title, exact: true })).toBeVisible();
  await expect(page.getByText("Llamar a la guardia")).toBeVisible();
  await expectNoAxeViolations(page);

  const other = await context.newPage();
  await other.goto(run.page);
  await expect(other.getByRole("region", { name: runs.clocks.label })).toContainText("0:03");
  await other.close();
  await reached.getByRole("button", { name: runs.clocks.dismiss }).click();
  await expect(reached).toBeEmpty();
  await expect.poll(() => run.told("run-limit")).toEqual(["system: Bitácora"]);
});

test("a recovery leads to monitoring in one tap, with its checklist and half an hour of stability", async ({
  page,
  request,
}, info) => {
  const { runs, incidents } = wordsOf(info);
  const run = await started(request, "cola-parada");
  await run.act("reiniciar", "complete", 1);
  await signIn(page, "responder");
  await page.goto(run.page);
  await page.getByRole("button", { name: runs.ended.monitoring }).click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  const [left = ""] = incidents.clocks.stability.split("{left}");
  await expect(page.getByText(new RegExp(`${left}(30:00|29:\\d\\d)`))).toBeVisible();
  await expectNoAxeViolations(page);
  const { checklists } = await (
    await request.get(`/api/v1/incidents/${run.key}`, { headers: bearer("viewer") })
  ).json();
  expect(checklists).toMatchObject([{ title: "Después de recuperar", moment: "recovery" }]);

  await page.goto(run.page);
  const [leftOnRun = ""] = runs.clocks.stability.running.split("{left}");
  await expect(page.getByText(new RegExp(`${leftOnRun}(30:00|29:\\d\\d)`))).toBeVisible();
  await expectNoAxeViolations(page);

  await page.goto(`/incidents/${run.key}`);
  await run.move("mitigating", "vuelven los errores");
  await expect(page.getByText(new RegExp(left))).toHaveCount(0);
  const [stopped = ""] = incidents.clocks.did.stopped.split("{time}");
  await expect(page.getByText(stopped)).toBeVisible();
});

test("of two limits the most urgent stands above the step, and the other is folded beneath it", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const run = await started(request, "cola-lenta");
  await run.act("ampliar", "start", 1);
  await signIn(page, "responder");
  await page.goto(run.page);
  const reached = page.getByRole("region", { name: runs.clocks.label });
  const others = reached.getByRole("group");
  await expect(others).toHaveCount(1);
  await expect(reached.getByText("0:02")).toBeVisible();
  await expect(others.getByText("Ampliar la cola")).toBeHidden();
  await others.locator("summary").click();
  await expect(others.getByText("Ampliar la cola")).toBeVisible();
  await expectNoAxeViolations(page);
  await reached.getByRole("button", { name: runs.clocks.dismiss }).first().click();
  await expect(others).toHaveCount(0);
  await expect(reached.getByText("Ampliar la cola")).toBeVisible();
});
