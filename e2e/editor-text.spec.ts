import type { Page, TestInfo } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn } from "./own-runbook";
import { signIn } from "./people";
import { isPhone, wordsOf } from "./words";

const step = (id: string, title: string) => `<Step id="${id}" title="${title}">\n\nMirar ${id}.\n\n</Step>`;

/** A runbook of this test's own in the editor, with the words of the interface. */
async function open(page: Page, info: TestInfo) {
  await signIn(page, "editor");
  const path = await publishOwn(
    page.request,
    `${step("vaciar", "Vaciar la caché")}\n\n${step("llenar", "Llenar la caché")}`,
  );
  await page.goto(`/runbooks/${path}/edit`);
  const { editing } = wordsOf(info);
  const text = page.getByRole("textbox", { name: editing.edit.label });
  await expect(text).toContainText("title: Limpiar la caché");
  return { editing, text, path };
}

/** Types on a line of its own below the title of the front matter, or at the end. */
async function typeAtEnd(page: Page, more: string) {
  await page.keyboard.press("Control+End");
  // All at once: brackets that the editor would close by itself are part of it.
  await page.keyboard.insertText(`\n\n${more}`);
}

test("ids and links are proposed with their titles", async ({ page }, info) => {
  const { text } = await open(page, info);
  const proposals = page.getByRole("listbox");
  await text.focus();
  await typeAtEnd(page, '<Option label="x" goto="');
  await page.keyboard.press("Control+Space");
  await expect(proposals.getByRole("option", { name: /^vaciar.*Vaciar la caché/ })).toBeVisible();
  await page.keyboard.type("llen");
  await expect(proposals.getByRole("option").first()).toContainText("llenar");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(text).toContainText('goto="llenar');

  await typeAtEnd(page, "Ver [las emergencias](");
  await page.keyboard.type("emergen");
  await page.keyboard.press("Control+Space");
  await proposals.getByRole("option", { name: /Emergencias en producción/ }).click();
  await expect(text).toContainText("(/runbooks/agente-hotelero-api/emergencias");
});

test("a problem is mended by a key, and all of a kind from the list", async ({ page }, info) => {
  const { editing, text } = await open(page, info);
  const problems = page.getByRole("region", { name: editing.problems.title });
  const list = async () => {
    if (isPhone(info)) await page.getByRole("button", { name: new RegExp(`^${editing.problems.title} \\(`) }).click();
  };
  await text.focus();
  await typeAtEnd(page, '<Callot type="note">\n\nCuidado.\n\n</Callot>');
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await page.keyboard.press("Control+.");
  await expect(text).toContainText('<Callout type="note">');
  await expect(text).toContainText("</Callout>");

  await typeAtEnd(page, "Usa {uno} y {dos} aquí.");
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await list();
  await expect(problems.getByRole("listitem")).toHaveCount(2);
  await expectNoAxeViolations(page);
  await problems.getByRole("button", { name: editing.code.problems.all.replace("{count}", "2") }).click();
  await expect(problems).toContainText(editing.problems.none);
  if (isPhone(info)) await page.getByRole("button", { name: editing.edit.panes.text, exact: true }).click();
  await expect(text).toContainText("\\{uno\\} y \\{dos\\}");
});

test("the outline goes to a step, and the step moves as a whole", async ({ page }, info) => {
  const { editing, text } = await open(page, info);
  const { outline } = editing.code;
  await text.focus();
  await page.keyboard.press("Control+Shift+o");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("searchbox").fill("llenar");
  await expect(sheet.getByRole("listitem")).toHaveCount(1);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  const place = page.getByRole("navigation", { name: editing.code.phrases.where });
  await expect(place.getByRole("button")).toHaveText([
    "Limpiar la caché",
    outline.kinds.Remediation,
    "Llenar la caché",
  ]);
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect(text).toContainText(/Mirar llenar[\s\S]*Mirar vaciar/);
  await expect(place).toContainText("Llenar la caché");
  if (isPhone(info)) return; // there the outline is the sheet
  const beside = page.getByRole("navigation", { name: outline.title });
  if (!(await beside.isVisible())) await page.getByRole("button", { name: outline.title }).click();
  // The outline follows the text after a moment.
  await expect(async () => {
    await beside.getByRole("button", { name: /Vaciar la caché/ }).click();
    await expect(place).toContainText("Vaciar la caché", { timeout: 1_000 });
  }).toPass();
  await expectNoAxeViolations(page);
});

test("search and replace stays within the step that it is for", async ({ page }, info) => {
  const { editing, text } = await open(page, info);
  await text.focus();
  await page.keyboard.press("Control+Shift+o");
  await page.getByRole("dialog").getByRole("searchbox").fill("llenar");
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+f");
  const search = page.getByRole("search", { name: editing.code.phrases.findReplace });
  await search.getByRole("textbox", { name: editing.find.find }).fill("mirar");
  await expect(search.getByText(editing.code.phrases.matches.replace("{count}", "2"))).toBeVisible();
  await search.getByRole("combobox").selectOption("step");
  await expect(search.getByText(editing.code.phrases.matches.replace("{count}", "1"))).toBeVisible();
  await search.getByRole("textbox", { name: editing.find.replace }).fill("Comprobar");
  await expectNoAxeViolations(page);
  await search.getByRole("button", { name: editing.find.replaceAll }).click();
  await expect(text).toContainText("Comprobar llenar.");
  await expect(text).toContainText("Mirar vaciar.");
  await page.keyboard.press("Escape");
});

test("the keys of the editor are listed", async ({ page }, info) => {
  const { editing, text } = await open(page, info);
  await text.focus();
  await page.keyboard.press("F1");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(editing.code.keys.fix)).toBeVisible();
  await expect(dialog.getByText(editing.code.keys.symbol)).toBeVisible();
  await expectNoAxeViolations(page);
});
