import type { BrowserContext, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { beginLog, expectThirteen, onStep, press, steps, strip, wordsOf, write, writeThirteen } from "./offline-log";
import { bearer, person, signIn } from "./people";

test.use({ serviceWorkers: "allow" });

/** The incident and its run, each in a tab. */
async function openBoth(context: BrowserContext, log: Page, at: { incident: string; run: string }): Promise<Page> {
  await log.goto(at.incident);
  const run = await context.newPage();
  await run.goto(at.run);
  await onStep(run, steps[0] ?? "");
  return run;
}

/** The worker has kept the page: it can be opened without a network. */
async function untilKept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (name) => (await caches.match(name)) !== undefined, path), { timeout: 20_000 })
    .toBe(true);
}

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of (409|503)/] });

  test("ten entries and three steps outlive the tabs they were written in, and arrive once, in order, with their times", async ({
    page,
    context,
    request,
  }, info) => {
    const at = await beginLog(request, bearer("admin"));
    await signIn(page, "responder");
    const run = await openBoth(context, page, at);
    await untilKept(page, at.incident);
    await context.setOffline(true);
    const done = await writeThirteen(page, run, info);
    await expect(strip(page, 13)).toBeVisible();
    await expect(run.getByRole("img", { name: wordsOf(info).runs.unsent.mark }).first()).toBeVisible();
    await expectNoAxeViolations(page);
    await page.close();
    await run.close();

    const again = await context.newPage();
    await again.goto(at.incident);
    await expect(strip(again, 13)).toBeVisible();
    await context.setOffline(false);
    await expectThirteen(request, at, bearer("viewer"), done);
    await expect(strip(again, 13)).toBeHidden();
    await again.reload();
    await expect(again.getByText("entrada 10.")).toHaveCount(1);
  });

  test("what waits can be read, copied and taken back, from any page", async ({ page, context, request }, info) => {
    const { outbox } = wordsOf(info);
    const at = await beginLog(request, bearer("admin"));
    await signIn(page, "responder");
    await page.goto(at.incident);
    await expect(page.getByLabel(wordsOf(info).incidents.composer.label)).toBeVisible();
    await context.setOffline(true);
    await write(page, info, "se queda");
    await write(page, info, "sobra");
    await page.getByRole("button", { name: /^2 (escritos|writes)/ }).click();
    const dialog = page.getByRole("dialog", { name: outbox.title });
    await expect(dialog.getByRole("listitem")).toHaveCount(2);
    await expectNoAxeViolations(page);
    const second = dialog.getByRole("listitem").filter({ hasText: "sobra" });
    await second.getByRole("button", { name: outbox.discard }).click();
    await second.getByRole("button", { name: outbox.discardSure }).click();
    await expect(dialog.getByRole("listitem")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await context.setOffline(false);
    await expect(page.getByRole("region", { name: wordsOf(info).incidents.timeline.label })).toContainText("se queda");
    await expect(page.getByText("sobra")).toHaveCount(0);
  });

  test("a step that somebody else ticked meanwhile is shown, decided by the person, and nothing after it is lost", async ({
    page,
    context,
    request,
  }, info) => {
    const { runs } = wordsOf(info);
    const at = await beginLog(request, bearer("admin"));
    await signIn(page, "responder");
    const run = await openBoth(context, page, at);
    await context.setOffline(true);
    await press(run, info, runs.step.plain.complete);
    await onStep(run, steps[1] ?? "");
    await press(run, info, runs.step.plain.fail);
    await onStep(run, steps[2] ?? "");
    await write(page, info, "después de los pasos");
    const theirs = { event: "start", expectedVersion: 1 };
    const path = `/api/v1/runs/${at.runId}/steps/api-logs`;
    expect((await request.post(path, { headers: bearer("editor"), data: theirs })).status()).toBe(200);

    await context.setOffline(false);
    // What does not build on the step goes on.
    await expect(page.getByRole("region", { name: wordsOf(info).incidents.timeline.label })).toContainText(
      "después de los pasos",
    );
    await run.getByRole("button", { name: runs.action.goThere }).click();
    await onStep(run, steps[0] ?? "");
    await expect(run.getByText("pruebas-editor").first()).toBeVisible();
    await run.getByRole("button", { name: runs.action.mine }).click();
    const told = async () =>
      (
        (await (await request.get(`/api/v1/runs/${at.runId}`, { headers: bearer("viewer") })).json()) as {
          steps: { state: string }[];
        }
      ).steps
        .slice(0, 2)
        .map(({ state }) => state);
    await expect.poll(told).toEqual(["done", "failed"]);
  });
});

test.describe("a session that ended", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("holds what was written until the same person signs in again, and shows it to nobody else", async ({
    page,
    context,
    request,
  }, info) => {
    const { outbox } = wordsOf(info);
    const headers = bearer("admin");
    const email = `sesion-${Date.now()}-${info.project.name}@pruebas.example.org`;
    const made = await request.post("/api/v1/people", {
      headers,
      data: { email, name: "Sesión Prueba", role: "responder" },
    });
    const { person: theirs, password } = (await made.json()) as { person: { id: string }; password: string };
    const enter = async (who: { email: string; password: string }) => {
      await page.locator('input[name="email"]').fill(who.email);
      await page.locator('input[type="password"]').fill(who.password);
      await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    };
    const at = await beginLog(request, headers);
    await page.goto("/sign-in");
    await enter({ email, password });
    const run = await openBoth(context, page, at);
    for (const disabled of [true, false]) {
      expect((await request.patch(`/api/v1/people/${theirs.id}`, { headers, data: { disabled } })).status()).toBe(200);
    }
    const done = await writeThirteen(page, run, info);
    await expect(strip(page, 13)).toContainText(outbox.strip.held);
    await run.close();

    await context.clearCookies();
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(at.incident)}`);
    await enter(person("editor"));
    await expect(page.getByLabel(wordsOf(info).incidents.composer.label)).toBeVisible();
    await expect(page.getByText(/entrada \d/)).toHaveCount(0);
    await expect(page.getByText(/por enviar|to send/)).toHaveCount(0);

    await context.clearCookies();
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(at.incident)}`);
    await enter({ email, password });
    await expect(page).toHaveURL(new RegExp(`${at.incident}$`));
    await expectThirteen(request, at, bearer("viewer"), done);
    await expect(strip(page, 13)).toBeHidden();
  });
});

test.describe("an answer that is lost", () => {
  test.use({ serviceWorkers: "block", expectedErrors: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED/] });

  test("after the server wrote the entry does not write it twice", async ({ page, request }, info) => {
    const at = await beginLog(request, bearer("admin"));
    await signIn(page, "responder");
    await page.goto(at.incident);
    let lost = 0;
    await page.route("**/timeline", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await write(page, info, "una sola vez");
    await expect.poll(() => lost).toBe(1);
    await expect(strip(page, 1)).toBeHidden();
    const region = page.getByRole("region", { name: wordsOf(info).incidents.timeline.label });
    await expect(region.getByText("una sola vez")).toHaveCount(1);
    const answer = await request.get(`/api/v1/incidents/${at.key}/timeline`, { headers: bearer("viewer") });
    const { entries } = (await answer.json()) as { entries: { body: string }[] };
    expect(entries.filter(({ body }) => body === "una sola vez")).toHaveLength(1);
  });
});
