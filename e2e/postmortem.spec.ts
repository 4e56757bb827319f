import type { APIRequestContext, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const words = {
  draft: /^(Redactar el post-mortem|Draft the post-mortem)$/,
  saved: /^(Guardado|Saved)$/,
  kept: /^(Guardado en este navegador|Kept in this browser)/,
  save: /^(Guardar|Save)$/,
  merge: /^(Usar la fusión|Use the merged text)$/,
  publish: /^(Publicar|Publish)…$/,
  confirm: /^(Publicar|Publish)$/,
};
const text = (page: Page) => page.getByRole("textbox", { name: /^Post-mortem (de|of) INC-/ });

/** An incident that is over, with a title that no Markdown or MDX survives unescaped. */
async function resolved(request: APIRequestContext, title: string): Promise<string> {
  const headers = bearer("responder");
  const declared = await request.post("/api/v1/incidents", {
    headers,
    data: { title, severity: "SEV2", services: ["agente-hotelero-api"], summary: "Sin reservas <Step> {ya}" },
  });
  const { key } = (await declared.json()) as { key: string };
  const say = (body: string) => request.post(`/api/v1/incidents/${key}/timeline`, { headers, data: { body } });
  await say("-5m reinicié el contenedor {api} <script>");
  await say("/decision Volver a la versión anterior");
  await request.post(`/api/v1/incidents/${key}/status`, { headers, data: { to: "resolved" } });
  return key;
}

async function write(page: Page, where: "Control+Home" | "Control+End", more: string) {
  await text(page).focus();
  await page.keyboard.press(where);
  if (where === "Control+End") await page.keyboard.type(more);
  else {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.type(more);
  }
}

test("a post-mortem is drafted, edited, published and read", async ({ page, request }, { project }) => {
  const key = await resolved(request, `Reservas caídas <${project.name}>`);
  await signIn(page, "editor");
  await page.goto(`/incidents/${key}/post-mortem`);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: words.draft }).click();
  await expect(page).toHaveURL(/\/post-mortem\/edit$/);
  await expect(text(page)).toContainText(`incident: ${key}`);
  if (!project.name.startsWith("phone"))
    await expect(page.getByText("reinicié el contenedor {api} <script>")).toBeVisible();
  await expectNoAxeViolations(page);
  await write(page, "Control+End", "\nNadie vigilaba la cola.\n");
  await expect(page.getByRole("status").filter({ hasText: words.saved })).toBeVisible();

  await page.getByRole("button", { name: words.publish }).click();
  await page.getByRole("dialog").getByRole("button", { name: words.confirm }).click();
  await expect(page).toHaveURL(new RegExp(`/postmortems/inc-${key.slice(4)}-`));
  await expect(page.getByText("Nadie vigilaba la cola.")).toBeVisible();
  await expectNoAxeViolations(page);
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`(Incidente|Incident) ${key}$`) })
    .click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${key}$`));

  await page.goto("/postmortems");
  await expect(page.getByRole("link", { name: `Reservas caídas <${project.name}>` }).first()).toBeVisible();
  await expectNoAxeViolations(page);
  const timeline = await request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") });
  const { entries } = (await timeline.json()) as { entries: { data: { event?: string } }[] };
  expect(entries.at(-1)?.data.event).toBe("post_mortem_published");
  const runbooks = await request.get("/api/v1/runbooks");
  expect(await runbooks.text()).not.toContain("postmortems/");
});

test.describe("two people at once", () => {
  test.use({ expectedErrors: [/409|ERR_INTERNET_DISCONNECTED/] });

  test("see who else is there, are shown the conflict and lose nothing", async ({ page, browser, request, context }, {
    project,
  }) => {
    const key = await resolved(request, `A la vez ${project.name}`);
    await request.post(`/api/v1/incidents/${key}/post-mortem`, { headers: bearer("responder"), data: {} });
    const kept = async () => {
      const read = await request.get(`/api/v1/incidents/${key}/post-mortem`, { headers: bearer("viewer") });
      return ((await read.json()) as { text: string }).text;
    };
    const edit = `/incidents/${key}/post-mortem/edit`;
    await signIn(page, "editor");
    await page.goto(edit);
    await expect(text(page)).toContainText(`incident: ${key}`);
    const other = await browser.newContext({ locale: "es-ES", serviceWorkers: "block" });
    const theirs = await other.newPage();
    await signIn(theirs, "responder");
    await theirs.goto(edit);
    await expect(text(theirs)).toContainText(`incident: ${key}`);
    await expect(page.getByText(/(también este texto abierto|this text open too)/)).toBeVisible();

    // What one saves reaches the other, who has nothing unsaved.
    await write(theirs, "Control+End", "\nLlegó de la otra persona.\n");
    await expect(theirs.getByRole("status").filter({ hasText: words.saved })).toBeVisible();
    // The editor draws only what is in sight.
    await expect(async () => {
      await text(page).press("Control+End");
      await expect(text(page)).toContainText("Llegó de la otra persona.", { timeout: 500 });
    }).toPass();

    // Both write while one of them has no network.
    await context.setOffline(true);
    await write(page, "Control+Home", " (mío)");
    await expect(page.getByRole("status").filter({ hasText: words.kept })).toBeVisible();
    await write(theirs, "Control+End", "\nY esto también.\n");
    // By what is kept: that the text before was saved is still said while the new one is typed.
    await expect.poll(kept).toContain("Y esto también.");
    await context.setOffline(false);
    await page.getByRole("button", { name: words.save, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("Y esto también.").first()).toBeVisible();
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: words.merge }).click();
    await expect(page.getByRole("status").filter({ hasText: words.saved })).toBeVisible();
    await expect
      .poll(async () => {
        const now = await kept();
        return ["(mío)", "Llegó de la otra persona.", "Y esto también."].map((part) => now.includes(part));
      })
      .toEqual([true, true, true]);
    await other.close();
  });
});
