import { readFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";
import { zip } from "../test/zip-archive";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";
import { isPhone, wordsOf } from "./words";

const wordsFor = (info: TestInfo) => wordsOf(info).runbookImport;

async function open(page: Page, info: TestInfo) {
  await page.goto("/import");
  await expect(page.getByRole("button", { name: wordsFor(info).intake.files })).toBeVisible();
}

/** Pastes a text and waits until the server has looked at it. */
async function paste(page: Page, info: TestInfo, text: string) {
  const words = wordsFor(info);
  await page.getByLabel(words.intake.paste).fill(text);
  await page.getByRole("button", { name: words.intake.take }).click();
  await expect(
    page.getByRole("listitem").getByText(new RegExp(`^(${words.state.ready}|${words.state.look})$`)),
  ).toBeVisible();
}

/** One side of the review, which a phone shows one at a time. */
async function pane(page: Page, info: TestInfo, name: "source" | "page" | "proposals") {
  if (isPhone(info)) await page.getByRole("button", { name: wordsFor(info).review.pane[name], exact: true }).click();
}

const commitsOf = async (page: Page, path: string) => {
  const answer = await page.request.get(`/api/v1/runbooks/${path}/history`, { headers: bearer("viewer") });
  return ((await answer.json()) as { versions?: { commit: string; subject: string }[] }).versions ?? [];
};
const textOf = async (page: Page, path: string) => {
  const answer = await page.request.get(`/api/v1/runbooks/${path}`, { headers: bearer("viewer") });
  return ((await answer.json()) as { text: string }).text;
};

test("a guide is pasted as it is, looked at side by side, and published without the proposal that somebody refused", async ({
  page,
}, info) => {
  test.slow();
  const words = wordsFor(info);
  await signIn(page, "editor");
  await open(page, info);
  await expectNoAxeViolations(page);
  await paste(page, info, readFileSync("test/fixtures/guides/agente-hotelero-api.md", "utf8"));
  await page.getByRole("button", { name: words.list.open }).click();

  const file = `guia-${info.project.name}`;
  await page.getByLabel(words.target.service, { exact: true }).fill("importados");
  await page.getByLabel(words.target.file, { exact: true }).fill(file);
  await pane(page, info, "source");
  await expect(page.getByRole("region", { name: words.review.source })).toContainText("**Diagnóstico**:");
  await pane(page, info, "page");
  const shown = page.getByRole("region", { name: words.review.page });
  await expect(shown.getByRole("heading", { name: /API no responde/i }).first()).toBeVisible();
  const step = shown.getByRole("heading", { name: "Verificar logs recientes" });
  await expect(step.first()).toBeVisible();
  const steps = await step.count();

  await pane(page, info, "proposals");
  await page.locator("summary").filter({ hasText: words.kind.Step }).click();
  await page
    .getByRole("checkbox", { name: /Verificar logs recientes/ })
    .first()
    .uncheck();
  await pane(page, info, "page");
  await expect(step).toHaveCount(steps - 1);
  await expectNoAxeViolations(page);
  await pane(page, info, "proposals");
  await expect(page.getByText(new RegExp(words.findings.complete.split("{")[0] ?? ""))).toBeVisible();

  await page.getByRole("button", { name: words.review.back }).click();
  await page.getByRole("button", { name: /(Publicar|Publish) 1 runbook…/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: words.publish.publish, exact: true }).click();
  await expect(page.getByRole("link", { name: `importados/${file}` })).toBeVisible();
  await expectNoAxeViolations(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: words.report.json }).click();
  const report = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  expect(report.runbooks[0]).toMatchObject({ path: `importados/${file}`, outcome: "published", missing: [] });
  expect(report.runbooks[0].compared).toBeGreaterThan(1_000);
  expect(await commitsOf(page, `importados/${file}`)).toHaveLength(1);
  expect((await textOf(page, `importados/${file}`)).split('title="Verificar logs recientes"').length - 1).toBe(
    steps - 1,
  );
});

test("a zip comes in as far as it can, survives a reload in the middle, and goes into one commit", async ({
  page,
}, info) => {
  test.slow();
  const words = wordsFor(info);
  const service = `archivo-${info.project.name}`;
  const guide = "# Cola llena\n\n## Reiniciar\n\n1. Mirar ![Panel](panel.png)\n2. Ver [la otra](vacia.md#reiniciar)\n";
  const archive = zip([
    { name: `${service}/llena.md`, content: guide },
    { name: `${service}/vacia.md`, content: "# Cola vacía\n\n## Reiniciar\n\n```bash\nsystemctl restart cola\n```\n" },
    { name: `${service}/copia.md`, content: guide },
    { name: `${service}/panel.png`, content: "png" },
    { name: `${service}/profundo.md`, content: `${"> ".repeat(5_000)}x` },
    { name: `${service}/secreto.md`, content: "x", encrypted: true },
    { name: `__MACOSX/${service}/._llena.md`, content: "x" },
  ]);
  await signIn(page, "editor");
  await open(page, info);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.intake.files }).click();
  await (await chooser).setFiles([{ name: "wiki.zip", mimeType: "application/zip", buffer: archive }]);
  const row = (name: string) => page.getByRole("listitem").filter({ hasText: `wiki/${name}` });
  await expect(row(`${service}/secreto.md`)).toContainText(words.refusal.encrypted);
  await expect(row(`__MACOSX/${service}/._llena.md`)).toContainText(words.refusal.system);
  await expect(row(`${service}/copia.md`)).toContainText(words.state.duplicate);
  await expect(row(`${service}/profundo.md`)).toContainText(words.state.refused);
  await expect(row(`${service}/llena.md`).first()).toContainText(words.state.look);
  await expect(row(`${service}/vacia.md`)).toContainText(words.state.look);
  await expectNoAxeViolations(page);

  await page.reload();
  await page.getByRole("button", { name: words.left.resume }).click();
  await expect(row(`${service}/vacia.md`)).toContainText(words.state.look);
  await page.getByRole("button", { name: /(Publicar|Publish) 2 runbooks…/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: words.publish.publish, exact: true }).click();
  await expect(page.getByRole("link", { name: `${service}/llena` })).toBeVisible();
  const [full, empty] = [await commitsOf(page, `${service}/llena`), await commitsOf(page, `${service}/vacia`)];
  expect(full.map(({ commit }) => commit)).toEqual(empty.map(({ commit }) => commit));
  const text = await textOf(page, `${service}/llena`);
  expect(text).toContain(`[la otra](/runbooks/${service}/vacia#reiniciar)`);
  expect((await page.request.get(`/runbook-files/${service}/panel.png`)).status()).toBe(200);
  // What was published is not offered again.
  await page.reload();
  await expect(page.getByRole("button", { name: words.intake.files })).toBeVisible();
});

test("text that is missing stops an import until it is put back", async ({ page }, info) => {
  const words = wordsFor(info);
  await signIn(page, "editor");
  await open(page, info);
  await paste(page, info, "# Cola llena\n\n## Reiniciar\n\n```bash\nsystemctl restart cola\n```\n");
  await page.getByRole("button", { name: words.list.open }).click();
  await page.getByLabel(words.target.file, { exact: true }).fill(`falta-${info.project.name}`);
  await page.getByRole("button", { name: words.review.asText }).click();
  await pane(page, info, "page");
  const editor = page.getByRole("textbox", { name: words.review.text });
  await expect(editor).toContainText("systemctl restart cola");
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("---\ntitle: Cola llena\nservice: importados\nlang: es\nowner: Colas\n---\n\nNada.\n");
  await pane(page, info, "proposals");
  await expect(page.getByText(words.findings.missingHint)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: words.review.back }).click();
  await expect(page.getByRole("listitem").getByText(words.state.missing)).toBeVisible();
  await expect(page.getByRole("button", { name: /(Publicar|Publish) 0 runbooks…/ })).toBeDisabled();
  await page.getByRole("button", { name: words.list.open }).click();
  await page.getByRole("button", { name: words.review.discardText }).click();
  await page.getByRole("button", { name: words.review.back }).click();
  await expect(page.getByRole("button", { name: /(Publicar|Publish) 1 runbook…/ })).toBeEnabled();
});
