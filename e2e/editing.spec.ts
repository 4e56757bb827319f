import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const words = {
  text: /^(Texto del runbook|Text of the runbook)$/,
  publish: /^(Publicar|Publish)…$/,
  confirm: /^(Publicar|Publish)$/,
  saved: /^(Borrador guardado|Draft saved)$/,
};

const text = (page: Page) => page.getByRole("textbox", { name: words.text });

/** A runbook of this test's own, so that tests of other projects may run beside it. */
async function makeRunbook(page: Page, path: string): Promise<string> {
  const [service = "", file = ""] = path.split("/");
  await page.goto("/runbooks/new");
  await page.getByLabel(/^(Título|Title)/).fill("Cola llena");
  await page.getByLabel(/^(Servicio|Service)/).fill(service);
  await page.getByLabel(/^(Nombre del fichero|File name)/).fill(file);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: /^(Abrir el editor|Open the editor)$/ }).click();
  await expect(text(page)).toContainText("title: Cola llena");
  await publish(page);
  await expect(page).toHaveURL(new RegExp(`/runbooks/${path}$`));
  return path;
}

async function askToPublish(page: Page, message?: string) {
  await page.getByRole("button", { name: words.publish }).click();
  const dialog = page.getByRole("dialog");
  if (message) await dialog.getByRole("textbox").fill(message);
  await dialog.getByRole("button", { name: words.confirm }).click();
}

async function publish(page: Page, message?: string) {
  await askToPublish(page, message);
  await expect(page.getByText(/^(Publicado|Published)$/)).toBeVisible();
  await expect(page).not.toHaveURL(/\/edit/);
}

/** Types at the end of the text. */
async function type(page: Page, more: string) {
  await text(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(more);
}

const commitsOf = async (page: Page, path: string) => {
  const response = await page.request.get(`/api/v1/runbooks/${path}/history`, { headers: bearer("viewer") });
  return ((await response.json()) as { versions: { subject: string; author: string }[] }).versions;
};

test("an editor corrects a runbook and finds the commit in its history", async ({ page }, { project }) => {
  await signIn(page, "editor");
  const path = await makeRunbook(page, `pruebas/corregir-${project.name}`);
  await page.goto(`/runbooks/${path}/edit`);
  await expect(text(page)).toContainText("title: Cola llena");
  await expectNoAxeViolations(page);

  await type(page, "\nUn aviso final. <script>\n");
  if (project.name.startsWith("phone")) await page.getByRole("button", { name: /^Problemas/ }).click();
  await expect(page.getByRole("button", { name: /<script>.*(línea|line) \d+/ })).toBeVisible();
  await page.getByRole("button", { name: /<script>/ }).click();
  await expect(text(page)).toBeFocused();
  await page.getByRole("button", { name: words.publish }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: words.confirm })).toBeDisabled();
  await page.keyboard.press("Escape");

  await text(page).focus();
  await page.keyboard.press("Control+End");
  for (let i = 0; i < " <script>\n".length; i += 1) await page.keyboard.press("Backspace");
  if (project.name.startsWith("phone")) await page.getByRole("button", { name: /^Vista previa/ }).click();
  await expect(page.getByRole("region", { name: /^(Vista previa|Preview)$/ })).toContainText("Un aviso final.");
  await page.getByRole("button", { name: words.publish }).click();
  await expect(page.getByRole("dialog").getByRole("row", { name: /Un aviso final/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await publish(page, "Añade el aviso");
  await expect(page.getByRole("article").getByText("Un aviso final.")).toBeVisible();
  await page.goto(`/runbooks/${path}/history`);
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Añade el aviso" }).click();
  await expect(page.getByRole("row", { name: /(añadida|added).*Un aviso final/ })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("an earlier version is restored as a new commit", async ({ page }, { project }) => {
  await signIn(page, "editor");
  const path = await makeRunbook(page, `pruebas/restaurar-${project.name}`);
  await page.goto(`/runbooks/${path}/edit`);
  await type(page, "\nUn error.\n");
  await publish(page, "Se equivoca");
  await expect(page.getByRole("article").getByText("Un error.")).toBeVisible();
  await page.goto(`/runbooks/${path}/history`);
  await page.getByRole("link", { name: /Añade|Add/ }).click();
  await page.getByRole("button", { name: /^(Restaurar|Restore)/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^(Restaurar|Restore)$/ })
    .click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3);
  await page.goto(`/runbooks/${path}`);
  await expect(page.getByRole("article")).toContainText("docker ps");
  await expect(page.getByText("Un error.")).toHaveCount(0);
});

test.describe("when somebody else publishes first", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("both texts and a merge are shown, and nothing is lost", async ({ page }, { project }) => {
    await signIn(page, "editor");
    const path = await makeRunbook(page, `pruebas/conflicto-${project.name}`);
    await page.goto(`/runbooks/${path}/edit`);
    await type(page, "\nLo mío.\n");
    const api = `/api/v1/runbooks/${path}`;
    const source = await (await page.request.get(api, { headers: bearer("editor") })).json();
    const theirs = {
      text: source.text.replace("docker ps", "docker ps --all"),
      baseBlob: source.blob,
      message: "Lo suyo",
    };
    expect((await page.request.put(api, { data: theirs, headers: bearer("editor") })).status()).toBe(200);
    await askToPublish(page, "Lo mío");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("row", { name: /docker ps --all/ })).toBeVisible();
    await expect(dialog.getByRole("row", { name: /Lo mío/ })).not.toHaveCount(0);
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: /^(Usar la fusión|Use the merged text)$/ }).click();
    // The editor draws only what is in sight, and that may be the end: what it holds shows when it is published.
    await expect(dialog).toBeHidden();
    await publish(page, "Ambos");
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    expect((await commitsOf(page, path)).map(({ subject }) => subject).slice(0, 2)).toEqual(["Ambos", "Lo suyo"]);
    await expect(page.getByRole("article")).toContainText("Lo mío.");
    await expect(page.getByRole("article")).toContainText("docker ps --all");
  });
});

test.describe("with the server away", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

  test("the text is kept in the browser, and is back after a reload", async ({ page, context }, { project }) => {
    await signIn(page, "editor");
    const path = await makeRunbook(page, `pruebas/sin-red-${project.name}`);
    await page.goto(`/runbooks/${path}/edit`);
    await expect(text(page)).toContainText("title: Cola llena");
    await context.setOffline(true);
    await type(page, "\nEscrito sin red.\n");
    await expect(page.getByText(/^(Guardado en este navegador|Kept in this browser)/)).toBeVisible();
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByText(/^(Hemos recuperado tu texto|Your unpublished text is back)/)).toBeVisible();
    await text(page).focus();
    await page.keyboard.press("Control+End");
    await expect(text(page)).toContainText("Escrito sin red.");
  });

  test("who signs out is asked what becomes of a text that only this browser has", async ({ page, context }, {
    project,
  }) => {
    await signIn(page, "editor");
    const path = await makeRunbook(page, `pruebas/salir-${project.name}`);
    await page.goto(`/runbooks/${path}/edit`);
    await expect(text(page)).toContainText("title: Cola llena");
    await context.setOffline(true);
    await type(page, "\nEscrito sin red 5d21.\n");
    await expect(page.getByText(/^(Guardado en este navegador|Kept in this browser)/)).toBeVisible();
    await page.goto("about:blank");
    await context.setOffline(false);
    await page.goto("/account");
    const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(await kept()).toContain("Escrito sin red 5d21.");
    const dialog = page.getByRole("dialog");
    await expect(async () => {
      await page
        .getByRole("main")
        .getByRole("button", { name: /^(Salir|Sign out)$/ })
        .click();
      await expect(dialog).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await dialog.getByRole("button", { name: /borrarlo|delete it/ }).click();
    await page.waitForURL((url) => url.pathname === "/");
    expect(await kept()).not.toContain("Escrito sin red 5d21.");
  });
});

test("the keyboard saves, publishes and leaves the editor", async ({ page }, { project }) => {
  await signIn(page, "editor");
  const path = await makeRunbook(page, `pruebas/teclas-${project.name}`);
  await page.goto(`/runbooks/${path}/edit`);
  await type(page, "\nCon teclas.\n");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(words.saved)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(text(page)).not.toBeFocused();
  if (project.use.isMobile) return; // without keys there is no Ctrl Enter
  await text(page).focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("what was written at the last moment is part of what is published", async ({ page }, { project }) => {
  await signIn(page, "editor");
  const path = await makeRunbook(page, `pruebas/ultimo-${project.name}`);
  await page.goto(`/runbooks/${path}/edit`);
  await type(page, "\nLo primero.");
  await expect(page.getByText(words.saved)).toBeVisible();
  // While the text is being inspected: the last keys, and right behind them both buttons.
  await page.keyboard.type(" Y");
  await page.waitForTimeout(200);
  await page.keyboard.insertText(" lo último.");
  await page.evaluate(async () => {
    const button = (is: (one: HTMLButtonElement) => boolean) => [...document.querySelectorAll("button")].find(is);
    const confirm = () => button((one) => /^(Publicar|Publish)$/.test(one.innerText));
    const press = (one: HTMLButtonElement | undefined) => {
      one?.focus();
      one?.click();
    };
    press(button(({ title }) => title === "Ctrl Enter"));
    while (!confirm()) await new Promise(requestAnimationFrame);
    press(confirm());
  });
  await expect(page.getByText(/^(Publicado|Published)$/)).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Lo primero. Y lo último.");
});
