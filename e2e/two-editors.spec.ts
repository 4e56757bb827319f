import type { Browser, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn } from "./own-runbook";
import { bearer, person, signIn } from "./people";

const words = {
  text: /^(Texto del runbook|Text of the runbook)$/,
  others: /^(Quién más edita|Who else is editing)$/,
  publish: /^(Publicar|Publish)…$/,
  confirm: /^(Publicar|Publish)$/,
  seeMerge: /^(Ver la fusión|See the merge)$/,
  use: /^(Usar la fusión|Use the merged text)$/,
  saved: /^(Borrador guardado|Draft saved)$/,
};

const steps = `<Step id="vaciar" title="Vaciar la caché">

Se vacía la caché.

</Step>

<Step id="comprobar" title="Comprobar">

Se comprueba.

</Step>`;

const text = (page: Page) => page.getByRole("textbox", { name: words.text });

async function edit(page: Page, path: string) {
  await page.goto(`/runbooks/${path}/edit`);
  await expect(text(page)).toContainText("title: Limpiar la caché");
}

/** A second editor, in a browser of their own. */
async function second(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "admin");
  await edit(page, path);
  return page;
}

/** Types at the end of the line that says `line`. */
async function typeAfter(page: Page, line: string, more: string) {
  await text(page).locator(".cm-line").filter({ hasText: line }).click();
  await page.keyboard.press("End");
  await page.keyboard.type(more);
}

async function publish(page: Page, message: string) {
  await page.getByRole("button", { name: words.publish }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill(message);
  await dialog.getByRole("button", { name: words.confirm }).click();
}

test("two editors see each other, and the part that each is in", async ({ page, browser, request }) => {
  const path = await publishOwn(request, steps);
  await signIn(page, "editor");
  await edit(page, path);
  const other = await second(browser, path);
  const company = page.getByRole("region", { name: words.others });
  await expect(company).toContainText(person("admin").name);
  await typeAfter(other, "Se comprueba.", " Bien.");
  await expect(company).toContainText("«Comprobar»".replace(/[«»]/g, ""));
  await expect(other.getByRole("region", { name: words.others })).toContainText(person("editor").name);
  // What the other one has not published is known, and can be read.
  await expect(other.getByText(words.saved)).toBeVisible();
  await page.getByRole("button", { name: /^(Leer su borrador|Read their draft)/ }).click();
  await expect(page.getByRole("dialog").getByRole("row", { name: /Se comprueba\. Bien\./ })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await other.context().close();
  await expect(company).toBeHidden();
});

test("what somebody publishes meanwhile is merged on sight and published with it", async ({
  page,
  browser,
  request,
}) => {
  const path = await publishOwn(request, steps);
  await signIn(page, "editor");
  await edit(page, path);
  const other = await second(browser, path);
  await typeAfter(page, "Se vacía la caché.", " Entera.");
  await typeAfter(other, "Se comprueba.", " Dos veces.");
  await publish(other, "Comprueba dos veces");
  await expect(other).not.toHaveURL(/\/edit/);
  await expect(page.getByText("Comprueba dos veces")).toBeVisible();
  await page.getByRole("button", { name: words.seeMerge }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row", { name: /Se comprueba\. Dos veces\./ })).toBeVisible();
  await expect(dialog.getByRole("row", { name: /Se vacía la caché\. Entera\./ })).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: words.use }).click();
  await expect(text(page)).toContainText("Dos veces.");
  await expect(text(page)).toContainText("Entera.");
  await publish(page, "Vacía entera");
  await expect(page).not.toHaveURL(/\/edit/);
  await expect(page.getByRole("article")).toContainText("Se vacía la caché. Entera.");
  await expect(page.getByRole("article")).toContainText("Se comprueba. Dos veces.");
  await other.context().close();
});

test.describe("in the same place", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("a conflict is settled with the keyboard, and keeps what both wrote", async ({ page, request }) => {
    const path = await publishOwn(request, steps);
    await signIn(page, "editor");
    await edit(page, path);
    await typeAfter(page, "Se vacía la caché.", " Con cuidado.");
    const api = `/api/v1/runbooks/${path}`;
    const source = (await (await request.get(api, { headers: bearer("editor") })).json()) as {
      text: string;
      blob: string;
    };
    const theirs = source.text.replace("Se vacía la caché.", "Se vacía la caché de noche.");
    const data = { text: theirs, baseBlob: source.blob, message: "De noche" };
    expect((await request.put(api, { data, headers: bearer("editor") })).status()).toBe(200);
    await publish(page, "Con cuidado");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: words.use })).toBeDisabled();
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: /^(Siguiente conflicto|Next conflict)$/ }).press("Enter");
    await expect(dialog.getByRole("radio").first()).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("radio", { name: /^(Lo mío y después lo suyo|Mine, then theirs)$/ })).toBeChecked();
    await dialog.getByRole("button", { name: words.use }).press("Enter");
    await expect(text(page)).toContainText("Con cuidado.");
    await expect(text(page)).toContainText("de noche.");
    await publish(page, "Ambos");
    await expect(page).not.toHaveURL(/\/edit/);
    const now = (await (await request.get(api, { headers: bearer("viewer") })).json()) as { text: string };
    expect(now.text).toContain("Se vacía la caché. Con cuidado.\nSe vacía la caché de noche.");
  });
});
