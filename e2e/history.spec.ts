import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn, startOwn } from "./own-runbook";
import { bearer, person, signIn } from "./people";

const step = '<Step id="vaciar" title="Vaciar la caché">\n\n```bash\nredis-cli flushall\n```\n\n</Step>';

async function republish(request: APIRequestContext, path: string, change: (text: string) => string, message: string) {
  const headers = bearer("editor");
  const source = (await (await request.get(`/api/v1/runbooks/${path}`, { headers })).json()) as {
    text: string;
    blob: string;
  };
  const data = { text: change(source.text), baseBlob: source.blob, message };
  const answer = await request.put(`/api/v1/runbooks/${path}`, { headers, data });
  expect(answer.status(), await answer.text()).toBe(200);
}

const menu = (page: Page) => page.getByRole("article").locator("details", { hasText: /Historial|History/ });
async function choose(page: Page, name: RegExp) {
  await menu(page).locator("summary").click();
  await menu(page).getByRole("link", { name }).click();
}

test("two versions are compared, chosen by keyboard", async ({ page, request }) => {
  const path = await publishOwn(request, step);
  await republish(request, path, (text) => text.replace("flushall", "flushdb"), "Solo una base");
  await republish(request, path, (text) => text.replace("Vaciar la caché", "Vaciar esa caché"), "Dice cuál");
  await signIn(page, "viewer");
  await page.goto(`/runbooks/${path}`);
  await choose(page, /^(Historial|History)$/);
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3);
  await expectNoAxeViolations(page);
  const from = page.getByRole("radio", { name: /^(Comparar desde|Compare from)/ });
  await from.nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await expect(from.nth(2)).toBeChecked();
  await page.getByRole("button", { name: /^(Comparar las dos|Compare the two)/ }).click();
  await expect(page).toHaveURL(/\/history\/compare\?(?=.*from=[0-9a-f]{40})(?=.*to=[0-9a-f]{40})/);
  await page.getByRole("link", { name: /^(Línea por línea|Line by line)$/ }).click();
  await expect(page.getByRole("row", { name: /(quitada|removed).*flushall/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /(añadida|added).*flushdb/ })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("blame names who changed a command and the incident that ran it", async ({ page, request }) => {
  const path = await publishOwn(request, step);
  const { key, runId } = await startOwn(request, path);
  const done = await request.post(`/api/v1/runs/${runId}/steps/vaciar`, {
    headers: bearer("responder"),
    data: { event: "complete", expectedVersion: 1 },
  });
  expect(done.status(), await done.text()).toBe(200);
  await signIn(page, "viewer");
  await page.goto(`/runbooks/${path}/blame`);
  const item = page.getByRole("listitem").filter({ hasText: "redis-cli flushall" });
  await expect(item.getByRole("link", { name: "Runbook de una prueba" }).first()).toBeVisible();
  await expect(item.getByRole("link", { name: key })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("a rename keeps the old address and rewrites the chosen link", async ({ page, request }) => {
  const path = await publishOwn(request, step);
  const holder = await publishOwn(request, `${step}\n\n[La caché](/runbooks/${path}#vaciar)`);
  const file = `renombrado-${randomUUID().slice(0, 8)}`;
  const to = `agente-hotelero-api/${file}`;
  await signIn(page, "editor");
  await page.goto(`/runbooks/${path}`);
  await choose(page, /^(Mover o renombrar|Move or rename)/);
  await expect(page.getByRole("checkbox", { name: new RegExp(holder) })).toBeChecked();
  await expectNoAxeViolations(page);
  await page.getByLabel(/^(Nombre del fichero|File name)/).fill(file);
  await page.getByRole("button", { name: /^(Mover|Move)$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/runbooks/${to}$`));
  await page.goto(`/runbooks/${path}#vaciar`);
  await expect(page).toHaveURL(new RegExp(`/runbooks/${to}#vaciar$`));
  await page.goto(`/runbooks/${path}/history`);
  await expect(page).toHaveURL(new RegExp(`/runbooks/${to}/history$`));
  await page.goto(`/runbooks/${holder}`);
  await expect(page.getByRole("link", { name: "La caché", exact: true })).toHaveAttribute(
    "href",
    `/runbooks/${to}#vaciar`,
  );
});

test("a deletion is told at its address, and undone", async ({ page, request }) => {
  const path = await publishOwn(request, step);
  await signIn(page, "editor");
  await page.goto(`/runbooks/${path}/delete`);
  await page.getByLabel(/^(Motivo|Reason)/).fill("Ya no hay caché");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: /^(Eliminar|Delete)$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^(Este runbook se eliminó|This runbook was deleted)$/,
  );
  await expect(page.getByRole("main")).toContainText("Ya no hay caché");
  await expect(page.getByRole("main")).toContainText(person("editor").name);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: /^(Deshacer|Undo)$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Limpiar la caché");

  const { text, blob } = (await (
    await request.get(`/api/v1/runbooks/${path}`, { headers: bearer("editor") })
  ).json()) as { text: string; blob: string };
  expect(text).toContain("redis-cli flushall");
  const data = { baseBlob: blob, reason: "Otra vez" };
  const again = await request.post(`/api/v1/runbooks/${path}/deletion`, { headers: bearer("editor"), data });
  expect(again.status(), await again.text()).toBe(200);
  await page.goto("/deleted-runbooks");
  await expectNoAxeViolations(page);
  await page
    .getByRole("listitem")
    .filter({ hasText: path })
    .getByRole("button", { name: /^(Restaurar|Restore)/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Limpiar la caché");
});
