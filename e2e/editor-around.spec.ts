import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn } from "./own-runbook";
import { signIn } from "./people";

const words = {
  text: /^(Texto del runbook|Text of the runbook)$/,
  textPane: /^(Texto|Text)$/,
  preview: /^(Vista previa|Preview)/,
  matter: /^(Ficha|Front matter)$/,
  run: /^(Ejecución|Run)$/,
  saved: /^(Borrador guardado|Draft saved)$/,
};

const steps = `<Step id="vaciar" title="Vaciar la caché">

Se vacía la caché.

</Step>

<Decision id="sigue" question="¿Sigue llena?">

<Option label="Sí" goto="reiniciar">Entonces se reinicia.</Option>

<Option label="No" outcome="recovered">Ya está.</Option>

</Decision>

<Step id="reiniciar" title="Reiniciar">

Se reinicia.

</Step>`;

const text = (page: Page) => page.getByRole("textbox", { name: words.text });

async function edit(page: Page, path: string) {
  await page.goto(`/runbooks/${path}/edit`);
  await expect(text(page)).toContainText("title: Limpiar la caché");
}

/** Shows one of the things that stand beside the text; on a phone after changing to that pane. */
async function beside(page: Page, isPhone: boolean, what: RegExp) {
  if (isPhone) await page.getByRole("button", { name: words.preview }).click();
  await page
    .getByRole("group", { name: /junto al texto|beside the text/ })
    .getByRole("button", { name: what })
    .click();
}

test("the form changes one key of the text and follows the text", async ({ page, request }, { project }) => {
  const isPhone = project.name.startsWith("phone");
  const path = await publishOwn(request, steps);
  await signIn(page, "editor");
  await edit(page, path);
  await beside(page, isPhone, words.matter);
  const title = page.getByRole("textbox", { name: /^(Título|Title)$/ });
  await expect(title).toHaveValue("Limpiar la caché");
  await expectNoAxeViolations(page);
  await title.fill("Limpiar: la caché");
  await page.getByRole("button", { name: /^(Añadir alerta|Add an alert)$/ }).click();
  const alert = page.getByRole("textbox", { name: /^(Alertas que llevan aquí|Alerts that lead here) 1$/ });
  await alert.fill("alertname~x");
  await expect(page.getByText(/(columna|column) \d+/)).toBeVisible();
  await alert.fill('alertname="CacheLlena"');
  await expect(page.getByText(/(columna|column) \d+/)).toHaveCount(0);
  if (isPhone) await page.getByRole("button", { name: words.textPane }).click();
  await expect(text(page)).toContainText('title: "Limpiar: la caché"');
  await expect(text(page)).toContainText('alertname=\\"CacheLlena\\"');
  await expect(text(page)).toContainText("owner: Backend Team");
  await text(page).locator(".cm-line").filter({ hasText: "owner:" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" Sur");
  if (isPhone) await page.getByRole("button", { name: words.preview }).click();
  await expect(page.getByRole("combobox", { name: /^(Responsable|Owner)$/ })).toHaveValue("Backend Team Sur");
});

test("the text is walked as a run walks it, and nothing is written", async ({ page, request }, { project }) => {
  const path = await publishOwn(request, steps);
  await signIn(page, "editor");
  const runs = async () =>
    ((await (await page.request.get("/api/v1/runs?limit=200")).json()) as { runs: unknown[] }).runs;
  const before = (await runs()).length;
  await edit(page, path);
  await beside(page, project.name.startsWith("phone"), words.run);
  const heading = (name: string) => page.getByRole("article").getByRole("heading", { name });
  await expect(heading("Vaciar la caché")).toBeVisible();
  await expectNoAxeViolations(page);
  const done = page.getByRole("article").getByRole("button", { name: /^(Hecho|Done)/ });
  await done.click();
  await expect(heading("¿Sigue llena?")).toBeVisible();
  await page.getByRole("button", { name: /^Sí/ }).click();
  await expect(heading("Reiniciar")).toBeVisible();
  await done.click();
  await expect(page.getByText(/^(Aquí termina la ejecución|The run ends here)\.$/)).toBeVisible();
  await page.getByRole("button", { name: /^(Empezar de nuevo|Start over)$/ }).click();
  await expect(heading("Vaciar la caché")).toBeVisible();
  expect((await runs()).length).toBe(before);
});

/** A PNG of one pixel. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test.describe("with images", () => {
  // The preview may be drawn before the image is there, and asks again.
  test.use({ expectedErrors: [/status of 404/] });

  test("a pasted image is named in the text, seen at once and published beside the runbook", async ({ page, request }, {
    project,
  }) => {
    const path = await publishOwn(request, steps);
    await signIn(page, "editor");
    await edit(page, path);
    await text(page).getByText("Se reinicia.", { exact: true }).click();
    await page.keyboard.press("End");
    await page.evaluate((data) => {
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], "Panel de control.png", { type: "image/png" }));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, pixel);
    await expect(text(page)).toContainText(/!\[panel de control\]\(panel-de-control(-\d+)?\.png\)/);
    await page.keyboard.type("El panel"); // its words are selected
    if (project.name.startsWith("phone")) await page.getByRole("button", { name: words.preview }).click();
    const shown = page.getByRole("region", { name: words.preview }).getByRole("img", { name: "El panel" });
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    await page.getByRole("button", { name: /^(Publicar|Publish)…$/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^(Publicar|Publish)$/ })
      .click();
    await expect(page).not.toHaveURL(/\/edit/);
    const published = page.getByRole("article").getByRole("img", { name: "El panel" });
    await expect.poll(() => published.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  });
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_NETWORK/] });

  test("what is written is kept in the browser, said calmly, and sent when the network is back", async ({
    page,
    context,
    request,
  }) => {
    const path = await publishOwn(request, steps);
    await signIn(page, "editor");
    await edit(page, path);
    await context.setOffline(true);
    await text(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nEscrito sin red.\n");
    await expect(page.getByText(/^(Guardado en este navegador|Kept in this browser)/)).toBeVisible();
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByText(/^(Hemos recuperado tu texto|Your unpublished text is back)/)).toBeVisible();
    await expect(page.getByText(words.saved)).toBeVisible();
  });
});
