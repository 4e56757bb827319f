import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { exclusively } from "./exclusively";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { signIn } from "./people";

const words = () => (test.info().project.name.endsWith("-en") ? en : es);
const runbook = "/runbooks/agente-hotelero-api/emergencias";

/** Everything below happens on one screen size, in one language, to one person: from the error to a better runbook. */
test("a night: error → procedure → incident → run → timeline → resolved → a better runbook → its commit", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const t = words();
  await signIn(page, "editor");

  await test.step("the pasted error leads to the procedure", async () => {
    await page.goto("/");
    const field = page.getByRole("textbox", { name: t.readingTools.search.label });
    await field.fill("Solicitudes devuelven 500 Internal Server Error");
    await field.press("Enter");
    await page
      .getByRole("main")
      .getByRole("link", { name: /API No Responde/ })
      .first()
      .click();
    await expect(page).toHaveURL(/emergencias#api-no-responde$/);
    await expectNoAxeViolations(page);
  });

  await test.step("an incident is declared with that procedure, and its run starts", async () => {
    await page.locator("#api-no-responde").getByRole("link", { name: t.reading.blocks.start }).first().click();
    await page.getByRole("link", { name: t.runs.start.declare }).click();
    await expect(page.getByRole("radio", { name: "SEV1", exact: true })).toBeChecked();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: t.incidents.declare.submitAndStart }).click();
    await expect(page).toHaveURL(/\/incidents\/INC-\d+\/runs\/[\w-]+$/);
  });
  const key = /INC-\d+/.exec(page.url())?.[0] ?? "";

  await test.step("the procedure is followed: looking, an attempt that fails, a decision, one that passes", async () => {
    await expectNoAxeViolations(page);
    for (const title of ["Verificar logs recientes", "Verificar dependencias", "Revisar recursos (memoria/CPU)"]) {
      await answer(page, title, t.runs.step.plain.complete);
    }
    await page.getByRole("article").getByLabel(t.runs.step.note).fill("sigue devolviendo 500");
    await answer(page, "Reiniciar solo el container", t.runs.step.attempt.fail);
    await answer(page, "Revisar logs para causas", t.runs.step.plain.complete);
    await answer(page, "¿Qué causa muestran los logs?", "Si es database");

    await page.reload(); // another machine would show the same
    await page.getByRole("article").getByLabel(t.runs.evidence.label).fill('{"status": "ready"}');
    await answer(page, "Reiniciar dependencias", t.runs.step.attempt.complete);
    await expect(page.getByText(t.runs.ended.recovered)).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: t.runs.ended.monitoring }).click();
  });

  await test.step("every action is on the timeline, in order", async () => {
    await page.goto(`/incidents/${key}`);
    await showTimeline(page);
    const timeline = page.getByRole("log").or(page.getByLabel(t.incidents.timeline.label)).first();
    for (const title of ["Verificar dependencias", "Reiniciar solo el container", "Reiniciar dependencias"]) {
      await expect(timeline.getByText(title).first()).toBeAttached();
    }
    await expect(timeline.getByText("sigue devolviendo 500")).toBeAttached();
    await expectNoAxeViolations(page);
  });

  await test.step("the log is written, back-dated, and the incident resolved from the composer", async () => {
    await write(page, "-2m el error_rate vuelve a bajar");
    // For a moment it is also under the composer, as not sent yet.
    await expect(page.getByText("el error_rate vuelve a bajar").first()).toBeVisible();
    await write(page, `${t.incidents.composer.verb.status}${t.incidents.status.resolved.toLowerCase()}`);
    await expect(page.getByRole("button", { name: new RegExp(t.incidents.status.resolved) }).first()).toBeVisible();
  });

  await exclusively("emergencias", () => correctRunbook(page, key));
});

/** Gives an answer to the step in focus, and waits until the run has moved on. */
async function answer(page: Page, title: string, label: string): Promise<void> {
  const step = page.getByRole("article", { name: title });
  await step.getByRole("button", { name: label, exact: false }).first().click();
  await expect(step).toBeHidden();
}

async function showTimeline(page: Page): Promise<void> {
  const tab = page.getByRole("tab", { name: words().incidents.view.timeline });
  if (await tab.isVisible()) await tab.click();
}

async function write(page: Page, text: string): Promise<void> {
  const composer = page.getByRole("textbox", { name: words().incidents.composer.label });
  await composer.fill(text);
  await page.getByRole("button", { name: words().incidents.composer.send }).click();
  await expect(composer).toHaveValue("");
}

async function correctRunbook(page: Page, key: string): Promise<void> {
  const t = words();
  const lesson = `${key}: ${test.info().project.name}`;
  await page.goto(`${runbook}/edit`);
  const editor = page.getByRole("textbox", { name: t.editing.edit.label });
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`\n\n{broken ${lesson}`);
  const panes = page.getByRole("button", { name: new RegExp(`^${t.editing.edit.panes.problems}`) });
  if (await panes.isVisible()) await panes.click();
  await expect(
    page
      .getByRole("button", { name: /\d+/ })
      .filter({ hasText: /línea|line/i })
      .first(),
  ).toBeVisible();
  if (await panes.isVisible()) await page.getByRole("button", { name: t.editing.edit.panes.text, exact: true }).click();

  await editor.click();
  await page.keyboard.press("Control+End");
  for (let typed = 0; typed < `{broken ${lesson}`.length; typed++) await page.keyboard.press("Backspace");
  await page.keyboard.insertText(`Visto en ${lesson}.`);
  await page.getByRole("button", { name: t.editing.edit.publish }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`Visto en ${lesson}.`);
  await expectNoAxeViolations(page);
  await dialog.getByLabel(t.editing.publish.message).fill(`Lo aprendido en ${lesson}`);
  await dialog.getByRole("button", { name: t.editing.publish.confirm, exact: true }).click();
  await expect(dialog).toBeHidden();

  await page.goto(runbook);
  await expect(page.getByText(`Visto en ${lesson}.`)).toBeVisible();
  await page.goto(`${runbook}/history`);
  await expect(page.getByText(`Lo aprendido en ${lesson}`)).toBeVisible();
  await expectNoAxeViolations(page);
}
