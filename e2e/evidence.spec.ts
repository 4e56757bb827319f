import type { APIRequestContext, Locator, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const redis = { runbook: "whatsapp-chatbot/servicios-y-datos", procedure: "redis-no-responde" };
const quick = { runbook: "whatsapp-chatbot/inicio-y-cierre", procedure: "recuperacion-rapida" };

async function startRun(request: APIRequestContext, data: object): Promise<{ key: string; id: string }> {
  const headers = bearer("responder");
  const incident = { title: "Redis no responde", severity: "SEV2", services: ["whatsapp-chatbot"] };
  const declared = await request.post("/api/v1/incidents", { headers, data: incident });
  const { key } = (await declared.json()) as { key: string };
  const started = await request.post(`/api/v1/incidents/${key}/runs`, { headers, data });
  expect(started.status()).toBe(201);
  return { key, id: ((await started.json()) as { id: string }).id };
}

const open = async (page: Page, { key, id }: { key: string; id: string }, title: string | RegExp) => {
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}/runs/${id}`);
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
};
const answer = (page: Page, info: TestInfo, name: string) =>
  page.getByRole("group", { name: wordsOf(info).runs.step.answers }).getByRole("button", { name, exact: true });
const log = async (request: APIRequestContext, key: string) =>
  (await request.get(`/api/v1/incidents/${key}/timeline?limit=500`, { headers: bearer("viewer") })).text();

/** Gives the page a picture as the clipboard or a drag would: made on the spot, so that it is one. */
async function give(target: Locator, how: "paste" | "drop", file: "picture" | { name: string; text: string }) {
  await target.evaluate(
    async (element, [how, file]) => {
      const data = new DataTransfer();
      if (file === "picture") {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [320, 180];
        const pen = canvas.getContext("2d");
        if (pen) {
          pen.fillStyle = "#0a7";
          pen.fillRect(20, 20, 200, 100);
        }
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
        data.items.add(new File([blob as Blob], "image.png", { type: "image/png" }));
      } else data.items.add(new File([file.text], file.name, { type: "text/plain" }));
      const event =
        how === "paste"
          ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    },
    [how, file] as const,
  );
}

test("what is being written on a step outlives its tab", async ({ page, context, request }, info) => {
  const { runs } = wordsOf(info);
  const run = await startRun(request, quick);
  await open(page, run, "Confirmar incidente y severidad.");
  const written = (at: Page) => at.getByLabel(runs.evidence.label);
  await written(page).fill("OOM en redis-2");
  // The page may not have listened yet.
  await expect(async () => {
    await written(page).press("End");
    await written(page).pressSequentially(".");
    const kept = await page.evaluate(() => Object.entries(localStorage).find(([key]) => /evidence/.test(key))?.[1]);
    expect(kept).toContain("OOM en redis-2.");
  }).toPass();
  await page.close();
  const again = await context.newPage();
  await again.goto(`/incidents/${run.key}/runs/${run.id}`);
  await expect(written(again)).toHaveValue(/^OOM en redis-2\.+$/);
});

test("a pasted screenshot is the evidence that a step wants, and can be taken back", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const run = await startRun(request, quick);
  await open(page, run, "Confirmar incidente y severidad.");
  await answer(page, info, runs.step.plain.complete).click();
  await expect(page.getByRole("heading", { level: 2, name: "Hacer captura de evidencia." })).toBeVisible();
  await expect(page.getByText(runs.evidence.required)).toBeVisible();
  const field = page.getByLabel(runs.evidence.label);
  await give(field, "paste", "picture");
  const recorded = page.getByRole("region", { name: runs.evidence.recorded });
  await expect(recorded.getByRole("link", { name: /image\.png/ })).toBeVisible();
  expect(await log(request, run.key)).toContain('"mediaType":"image/png"');
  await expectNoAxeViolations(page);

  const remove = runs.evidence.withdraw.removeWhat.replace("{what}", "image.png");
  await recorded.getByRole("button", { name: remove }).click();
  await expect(recorded.getByText(/^(Retirada|Withdrawn)/)).toBeVisible();
  await give(field, "paste", "picture");
  await expect(recorded.getByRole("button", { name: remove })).toBeVisible();
  await answer(page, info, runs.step.plain.complete).click();
  await expect(page.getByRole("heading", { level: 2, name: "Hacer captura de evidencia." })).toBeHidden();

  await page.goto(`/incidents/${run.key}`);
  const shown = page.locator('img[src^="/api/v1/attachments/"]');
  await expect(shown).toHaveCount(1);
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
});

test.describe("without evidence", () => {
  test.use({ expectedErrors: [/422/] });
  test("the tick is held, or takes a stated reason", async ({ page, request }, info) => {
    const { runs, errors } = wordsOf(info);
    const run = await startRun(request, quick);
    await open(page, run, "Confirmar incidente y severidad.");
    await answer(page, info, runs.step.plain.complete).click();
    await expect(page.getByRole("heading", { level: 2, name: "Hacer captura de evidencia." })).toBeVisible();
    await answer(page, info, runs.step.plain.complete).click();
    await expect(page.getByText(errors.evidence_required)).toBeVisible();
    await page.getByLabel(runs.step.note, { exact: true }).fill("no hay pantalla que capturar");
    await answer(page, info, runs.step.plain.complete).click();
    await expect(page.getByRole("heading", { level: 2, name: "Hacer captura de evidencia." })).toBeHidden();
  });
});

test("secrets are masked before they leave, and the person corrects what was found", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const run = await startRun(request, redis);
  await open(page, run, "redis-cli ping");
  const field = page.getByLabel(runs.evidence.label);
  await field.fill("redis://:hunter2@cache:6379\npassword=correcthorse\nuser maria");
  const { secrets } = runs.evidence;
  const masked = (kind: keyof typeof secrets.kind) => secrets.masked.replace("{kind}", secrets.kind[kind]);
  await expect(page.getByRole("button", { name: masked("url_password") })).toHaveText("••••••");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: masked("assignment") }).click();
  const shown = secrets.shown.replace("{kind}", secrets.kind.assignment);
  await expect(page.getByRole("button", { name: shown })).toHaveText("correcthorse");
  await field.evaluate((box: HTMLTextAreaElement) => {
    const at = box.value.indexOf("maria");
    box.focus();
    box.setSelectionRange(at, at + 5);
  });
  await page.getByRole("button", { name: runs.evidence.maskSelection }).click();
  await expect(field).toHaveValue(/user ••••••$/);
  const sent = page.waitForRequest((one) => one.url().endsWith("/evidence") && one.method() === "POST");
  await page.getByRole("button", { name: runs.evidence.record }).click();
  expect((await sent).postData()).not.toContain("hunter2");
  await expect(field).toHaveValue("");
  const told = await log(request, run.key);
  expect(told).toContain("redis://:••••••@cache:6379\\npassword=correcthorse\\nuser ••••••");
  expect(told).not.toMatch(/hunter2|maria/);
});

test("a dropped log is compared with what the step expects, and the match is shown", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const run = await startRun(request, redis);
  await open(page, run, "redis-cli ping");
  const field = page.getByLabel(runs.evidence.label);
  await give(field, "drop", { name: "salida.log", text: "Could not connect: ping failed\n" });
  await expect(page.getByText(runs.evidence.failed).last()).toBeVisible();
  await expect(page.getByText(runs.evidence.missing)).toBeVisible();
  await field.fill(`${"ruido\n".repeat(300)}+PONG\n`);
  await expect(page.getByText(runs.evidence.passed).last()).toBeVisible();
  const match = page.getByRole("region", { name: runs.evidence.matched }).locator("mark");
  await expect(match).toHaveText("PONG");
  // Its box is scrolled to it.
  const inBox = (mark: Element) => {
    const [inner, outer] = [mark, mark.closest("section") ?? mark].map((one) => one.getBoundingClientRect());
    return inner !== undefined && outer !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom;
  };
  await expect.poll(() => match.evaluate(inBox)).toBe(true);
  await expectNoAxeViolations(page);
});

test("output that a script sends is on the open screen at once, with what it says", async ({ page, request }, info) => {
  const { runs } = wordsOf(info);
  const run = await startRun(request, redis);
  await open(page, run, "redis-cli ping");
  const response = await request.post(`/api/v1/runs/${run.id}/steps/redis-ping/evidence`, {
    headers: { ...bearer("responder"), "content-type": "text/plain" },
    data: "PONG\n",
  });
  expect(response.status()).toBe(201);
  expect(await response.json()).toMatchObject({ proposal: { verdict: "passed", ranges: [[0, 4]], missing: [] } });
  await expect(page.getByRole("region", { name: runs.evidence.recorded })).toBeVisible();
  await expect(page.getByRole("region", { name: runs.evidence.matched }).locator("mark")).toHaveText("PONG");
  await expectNoAxeViolations(page);
  await answer(page, info, runs.step.plain.complete).click();
  await expect(page.getByRole("heading", { level: 2, name: "redis-cli ping" })).toBeHidden();
  const step = await request.get(`/api/v1/runs/${run.id}/steps/redis-ping`, { headers: bearer("viewer") });
  expect(await step.json()).toMatchObject({ state: "done", evidence: "PONG\n" });
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/net::ERR/] });
  test("a file is kept in the page, goes on by itself or is sent again", async ({ page, request }, info) => {
    const { runs } = wordsOf(info);
    const run = await startRun(request, redis);
    await open(page, run, "redis-cli ping");
    await page.route("**/attachments?**", (route) => route.abort("internetdisconnected"));
    await give(page.getByLabel(runs.evidence.label), "paste", "picture");
    const list = page.getByRole("list", { name: runs.evidence.upload.list });
    await expect(list.getByText(runs.evidence.upload.waiting)).toBeVisible();
    await page.unroute("**/attachments?**");
    await list.getByRole("button", { name: runs.evidence.upload.again }).click();
    const recorded = page.getByRole("region", { name: runs.evidence.recorded });
    await expect(recorded.getByRole("link", { name: /image\.png/ })).toHaveCount(1);
    await expect(list).toBeHidden();
  });
});
