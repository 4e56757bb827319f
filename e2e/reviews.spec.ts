import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, person, signIn } from "./people";

const head = (title: string, level = "low") =>
  `title: ${title}\nservice: pruebas\nlang: es\nowner: Backend Team\ncriticality: ${level}\n`;
const body = (wait: string) =>
  `<Procedure id="limpiar" title="Limpiar la caché">\n\n<Remediation>\n\n<Step id="vaciar" title="Vaciar la caché">\n\nEspera ${wait} y mira si vuelve.\n\n\`\`\`bash\nredis-cli flushall\n\`\`\`\n\n</Step>\n\n</Remediation>\n\n</Procedure>\n`;
const textOf = (wait: string, title = "Limpiar la caché") => `---\n${head(title)}---\n\n${body(wait)}`;

/** A runbook of this test's own. */
async function publishOwn(request: APIRequestContext): Promise<{ path: string; blob: string }> {
  const path = `pruebas/revision-${randomUUID().slice(0, 8)}`;
  const data = { text: textOf("diez segundos"), baseBlob: null, message: "Runbook de una prueba" };
  const answer = await request.put(`/api/v1/runbooks/${path}`, { headers: bearer("admin"), data });
  expect(answer.status(), await answer.text()).toBe(200);
  return { path, blob: ((await answer.json()) as { blob: string }).blob };
}

/** A second person, in a browser of their own. */
async function asAdmin(browser: Browser, page: Page): Promise<Page> {
  const viewport = page.viewportSize();
  const context = await browser.newContext(viewport ? { viewport } : {});
  const other = await context.newPage();
  await signIn(other, "admin");
  return other;
}

const editor = (page: Page) => page.getByRole("textbox", { name: /^(Texto del runbook|Text of the runbook)$/ });
const mark = (page: Page, words: RegExp) => page.getByRole("main").getByText(words).first();
const inReview = /(En revisión|In review)$/;
const changesRequested = /(Con cambios pedidos|Changes requested)$/;
const approved = /(Aprobada|Approved)$/;

/** Adds a line at the end of the text in the editor, and opens the dialog to publish it. */
async function writeAndAsk(page: Page, path: string, more: string) {
  await page.goto(`/runbooks/${path}/edit`);
  await expect(editor(page)).toContainText("title: Limpiar la caché");
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(more);
  await page.getByRole("button", { name: /^(Publicar|Publish)…$/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^(Pedir revisión|Ask for review)…$/ })
    .click();
}

test("two editors: a comment on a line, changes requested, a new round, approved and published", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, "editor");
  const { path } = await publishOwn(page.request);
  await writeAndAsk(page, path, "\nAvisa a guardia.\n");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("option", { name: person("admin").name })).toBeAttached();
  await dialog.getByLabel(/^(A quién|Whom)/).selectOption({ label: person("admin").name });
  await dialog.getByLabel(/^(Para quien revisa|For the reviewer)/).fill("¿Es la guardia **correcta**?");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: /^(Enviar a revisión|Send to review)$/ }).click();
  await expect(page).toHaveURL(/\/reviews\/[0-9a-f-]{36}$/);
  const address = page.url();
  await expect(mark(page, inReview)).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Aprobar|Approve)$/ })).toHaveCount(0);

  const other = await asAdmin(browser, page);
  await other.goto("/");
  await other
    .getByRole("listitem")
    .filter({ hasText: path })
    .getByRole("link", { name: /^(Revisar|Review)$/ })
    .click();
  await expect(other).toHaveURL(address);
  const difference = other.getByRole("region", { name: /^(Qué cambia|What changes)$/ });
  await expect(difference.getByText("Avisa a guardia.")).toBeVisible();
  await expect(difference.getByText(/(bloques? sin cambios|blocks? unchanged)/).first()).toBeVisible();
  await expectNoAxeViolations(other);

  await difference.getByRole("link", { name: /^(Como texto|As text)$/ }).click();
  const row = other.getByRole("row", { name: /Avisa a guardia/ });
  await row.getByRole("button", { name: /^(Comentar|Comment on)/ }).click();
  const lines = other.getByRole("region", { name: /^(Diferencia del texto|Difference of the text)$/ });
  await lines.getByRole("textbox", { name: /^(Comentar la línea|Comment on line)/ }).fill("¿A **qué** guardia?");
  await lines.getByRole("button", { name: /^(Enviar comentario|Send comment)$/ }).click();
  await expect(other.getByRole("strong").filter({ hasText: "qué" })).toBeVisible();
  await expectNoAxeViolations(other);
  await other.getByLabel(/^(Nota|Note)$/).fill("Di a quién se avisa");
  await other.getByRole("button", { name: /^(Pedir cambios|Request changes)$/ }).click();
  await expect(mark(other, changesRequested)).toBeVisible();

  // The author sees it without asking, and finds the comment in the editor.
  await expect(mark(page, changesRequested)).toBeVisible();
  await page.getByRole("link", { name: /^(Abrir en el editor|Open in the editor)$/ }).click();
  await expect(page.getByText(/^1 (comentario abierto|open comment)$/)).toBeVisible();
  await page.getByRole("button", { name: /^(Ir a la línea|Go to line) \d+$/ }).click();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Llama al segundo si no responde.\n");
  await page.getByRole("button", { name: /^(Publicar|Publish)…$/ }).click();
  await dialog.getByRole("button", { name: /^(Pedir revisión|Ask for review)…$/ }).click();
  await dialog.getByRole("button", { name: /^(Enviar como ronda|Send as round) 2$/ }).click();
  await expect(page).toHaveURL(address);

  await other.goto(`${address}?round=2&since=1`);
  await expect(other.getByText("Llama al segundo si no responde.")).toBeVisible();
  await expectNoAxeViolations(other);
  await other.goto(address);
  await other.getByRole("button", { name: /^(Aprobar|Approve)$/ }).click();
  await expect(mark(other, approved)).toBeVisible();
  await expect(mark(page, approved)).toBeVisible();
  await page.getByRole("button", { name: /^(Publicar el texto aprobado|Publish the approved text)$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/runbooks/${path}$`));
  await expect(page.getByRole("article")).toContainText("Llama al segundo si no responde.");
  const history = await page.request.get(`/api/v1/runbooks/${path}/history`, { headers: bearer("editor") });
  const { versions } = (await history.json()) as { versions: { body: string; author: string }[] };
  expect(versions[0]?.author).toBe(person("editor").name);
  expect(versions[0]?.body).toBe(`Reviewed-by: ${person("admin").name} <${person("admin").email}>`);
  await other.context().close();
});

test("a rendered difference is walked through and commented on with keys", async ({ page }, { project }) => {
  await signIn(page, "admin");
  const { path, blob } = await publishOwn(page.request);
  const data = { path, text: textOf("veinte segundos", "Vaciar la caché"), baseBlob: blob, message: "Espera más" };
  const asked = await page.request.post("/api/v1/reviews", { headers: bearer("editor"), data });
  expect(asked.status(), await asked.text()).toBe(201);
  const { review } = (await asked.json()) as { review: { id: string } };
  await page.goto(`/reviews/${review.id}`);
  const compared = page.getByRole("region", { name: /^(Diferencia, como|Difference, as)/ });
  await expect(compared.getByText(/^2 (cambios|changes)$/)).toBeVisible();
  await expect(compared.locator("del")).toHaveText("diez");
  await expect(compared.locator("ins")).toHaveText("veinte");
  if (!project.use.isMobile) {
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await expect(compared.getByText(/^(Cambio|Change) 2 (de|of) 2$/)).toBeVisible();
    await page.keyboard.press("c");
  } else {
    await compared
      .getByRole("button", { name: /^(Comentar la línea|Comment on line)/ })
      .last()
      .click();
  }
  const field = compared.getByRole("textbox", { name: /^(Comentar la línea|Comment on line) \d+/ });
  await expect(field).toBeFocused();
  await field.fill("¿Por qué veinte?");
  await compared.getByRole("button", { name: /^(Enviar comentario|Send comment)$/ }).click();
  await expect(compared.getByText("¿Por qué veinte?")).toBeVisible();
  await compared.getByRole("button", { name: /^(Resolver|Resolve)$/ }).click();
  await expect(compared.getByText(/(resuelto por|resolved by)/)).toBeVisible();
  await expectNoAxeViolations(page);
});

test("an administrator says which runbooks want a review, and sees what nobody reviewed", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/admin/reviews");
  await expect(page.getByRole("form", { name: /^(Medios|Medium)$/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto("/reviews?show=unreviewed");
  await expect(page.getByRole("link", { name: /^(Publicado sin revisión|Published without review)$/ })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expectNoAxeViolations(page);
});
