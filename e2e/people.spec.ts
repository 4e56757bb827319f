import type { APIRequestContext, Browser, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, person, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es).runs;
const filled = (text: string, values: Record<string, string>) =>
  Object.entries(values).reduce((all, [name, value]) => all.replace(`{${name}}`, value), text);
const procedure = { runbook: "agente-hotelero-api/emergencias", procedure: "api-no-responde" };
const first = "Verificar logs recientes";
const [responder, editor] = [() => person("responder").name, () => person("editor").name];

async function startRun(request: APIRequestContext): Promise<{ path: string; key: string; id: string }> {
  const headers = bearer("admin");
  const data = { title: "API caída", severity: "SEV1", services: ["agente-hotelero-api"] };
  const { key } = (await (await request.post("/api/v1/incidents", { headers, data })).json()) as { key: string };
  const started = await request.post(`/api/v1/incidents/${key}/runs`, { headers, data: procedure });
  const { id } = (await started.json()) as { id: string };
  return { path: `/incidents/${key}/runs/${id}`, key, id };
}

/** The second person, in a browser context of their own, closed at the end. */
async function withSecond(browser: Browser, path: string, work: (second: Page) => Promise<void>) {
  const context = await browser.newContext();
  const second = await context.newPage();
  await signIn(second, "editor");
  await second.goto(path);
  await work(second);
  await context.close();
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name });
const answers = (page: Page, info: TestInfo) => page.getByRole("group", { name: wordsOf(info).step.answers });
const press = (page: Page, info: TestInfo, name: string) =>
  answers(page, info).getByRole("button", { name, exact: true }).click();

/** Milliseconds from the answer to what `doer` does until `other` sees it. A second is what we promise; CI may be slower. */
async function latency(info: TestInfo, what: string, doer: Page, act: () => Promise<void>, seen: () => Promise<void>) {
  const answered = doer.waitForResponse((response) => response.url().includes("/steps/") && response.ok());
  const shown = act().then(seen);
  await answered;
  const from = performance.now();
  await shown;
  const ms = Math.round(performance.now() - from);
  info.annotations.push({ type: "latency", description: `${what}: ${ms} ms` });
  console.log(`${info.project.name} ${what}: ${ms} ms after the answer`);
  expect(ms).toBeLessThan(3_000);
}

test("two people on a run see who is there, who is on a step, and every hand-over", async ({
  page: ana,
  browser,
  request,
}, info) => {
  const words = wordsOf(info);
  const { path, key } = await startRun(request);
  await signIn(ana, "responder");
  await ana.goto(path);
  await withSecond(browser, path, async (luis) => {
    // Presence: coming.
    const others = (page: Page) => page.getByRole("list", { name: words.presence.list });
    await expect(others(ana)).toContainText(editor());
    await expect(others(luis)).toContainText(responder());
    await expect(others(luis)).toContainText(filled(words.presence.at, { title: first }));

    // A claim: whoever starts a step is on it, and the other is offered to take it over instead of the answers.
    const claimOf = (page: Page, name: string) => page.getByRole("region", { name: filled(words.claims.on, { name }) });
    const claimed = () => expect(claimOf(luis, responder())).toBeVisible();
    await latency(info, "claim", ana, () => press(ana, info, words.step.start), claimed);
    await expect(claimOf(luis, responder())).toContainText(words.claims.present);
    await expect(answers(luis, info).getByRole("button")).toHaveCount(1);
    await expectNoAxeViolations(luis);

    // A hand-over, with what the other should know.
    await press(ana, info, words.claims.hand);
    const dialog = ana.getByRole("dialog");
    await expect(
      dialog.getByRole("option", { name: filled(words.claims.handDialog.here, { name: editor() }) }),
    ).toBeAttached();
    await dialog.getByLabel(words.claims.handDialog.person).selectOption({
      label: filled(words.claims.handDialog.here, { name: editor() }),
    });
    await dialog.getByLabel(words.claims.handDialog.note).fill("mira el disco");
    await expectNoAxeViolations(ana);
    const handed = () =>
      expect(answers(luis, info).getByRole("button", { name: words.step.plain.complete })).toBeVisible();
    await latency(
      info,
      "hand-over",
      ana,
      () => dialog.getByRole("button", { name: words.claims.handDialog.do }).click(),
      handed,
    );
    await expect(luis.getByText("mira el disco")).toBeVisible();
    await expect(luis.getByText(filled(words.claims.handed, { name: responder(), title: first }))).toBeVisible();
    await expect(claimOf(ana, editor())).toBeVisible();

    // Taking it over wants a reason.
    await press(ana, info, words.claims.take);
    await ana.getByRole("dialog").getByLabel(words.reason.take_over.label).fill("ya lo tengo delante");
    const taken = () => expect(claimOf(luis, responder())).toBeVisible();
    await latency(
      info,
      "take-over",
      ana,
      () => ana.getByRole("dialog").getByRole("button", { name: words.reason.take_over.do, exact: true }).click(),
      taken,
    );
    await expect(luis.getByText(filled(words.claims.takenFromYou, { name: responder(), title: first }))).toBeVisible();
    await expectNoAxeViolations(luis);

    // Finished by one, gone on from by both.
    const gone = () => expect(heading(luis, "Verificar dependencias")).toBeVisible();
    await latency(info, "completion", ana, () => press(ana, info, words.step.plain.complete), gone);
    await expect(heading(ana, "Verificar dependencias")).toBeVisible();

    // Presence: moving.
    await ana.keyboard.press("k");
    await expect(heading(ana, first)).toBeVisible();
    await expect(others(luis)).toContainText(filled(words.presence.at, { title: first }));
  });
  // Presence: leaving.
  await expect(ana.getByText(words.presence.alone)).toBeVisible();

  const log = await request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") });
  const { entries } = (await log.json()) as { entries: { data: { action?: string } }[] };
  expect(entries.flatMap(({ data }) => data.action ?? [])).toEqual(["start", "hand_over", "take_over", "complete"]);
});

test.describe("two people finish one step at once", () => {
  test.use({ expectedErrors: [/409/] });
  test("one is recorded, the other is shown what was, keeps their text and decides", async ({
    page: luis,
    browser,
    request,
  }, info) => {
    const words = wordsOf(info);
    const { path, key } = await startRun(request);
    await signIn(luis, "responder");
    await luis.goto(path);
    await withSecond(browser, path, async (ana) => {
      await ana.getByLabel(words.evidence.label).fill("lo de Ana");
      await luis.getByLabel(words.evidence.label).fill("lo de Luis");
      // His answer leaves the browser before hers is recorded, and arrives after.
      let release = () => {};
      const recorded = new Promise<void>((resolve) => {
        release = resolve;
      });
      await luis.route("**/steps/*", async (route) => {
        await recorded;
        await route.continue();
      });
      await press(luis, info, words.step.plain.fail);
      const done = ana.waitForResponse((response) => response.url().includes("/steps/"));
      await press(ana, info, words.step.plain.complete);
      expect((await done).ok()).toBe(true);
      release();

      const notice = luis.getByRole("status").filter({ hasText: filled(words.action.by, { name: editor() }) });
      await expect(notice).toContainText("lo de Ana");
      await expect(heading(luis, first)).toBeVisible();
      await expect(luis.getByText("lo de Luis")).toBeVisible();
      await expectNoAxeViolations(luis);
      await luis.getByRole("button", { name: words.action.theirs }).click();
      await luis.getByRole("button", { name: words.claims.unsent.add }).click();
      await expect(luis.getByText("lo de Luis")).toBeHidden();
    });
    const log = () => request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") });
    await expect.poll(async () => (await log()).text()).toContain("lo de Luis");
    expect(await (await log()).text()).toContain("lo de Ana");
  });
});
